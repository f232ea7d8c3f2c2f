"""The result is right, but your code changes the lists it was given (`append`, `extend`, `+=` or `pop`); make new lists."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("no sequence")
    longest = max(len(ids) for ids in sequences)
    for ids in sequences:
        ids += [pad_id] * (longest - len(ids))
    return torch.tensor(sequences, dtype=torch.long)
