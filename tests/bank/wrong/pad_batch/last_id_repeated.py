"""Your code repeats the last id of a sequence; fill up with `pad_id`."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("no sequence")
    longest = max(len(ids) for ids in sequences)
    rows = [ids + [ids[-1] if ids else pad_id] * (longest - len(ids)) for ids in sequences]
    return torch.tensor(rows, dtype=torch.long)
