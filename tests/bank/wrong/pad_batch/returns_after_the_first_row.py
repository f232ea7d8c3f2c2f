"""Your `return` stands inside the loop, so the first sequence is the only one. Move it out of the loop."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("no sequence")
    longest = max((len(ids) for ids in sequences))
    rows = []
    for ids in sequences:
        rows.append(ids + [pad_id] * (longest - len(ids)))
        return torch.tensor(rows, dtype=torch.long)
