"""Your code takes the last sequence's length for all; take the largest length."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("no sequences")
    longest = len(sequences[-1])
    rows = [(ids + [pad_id] * longest)[:longest] for ids in sequences]
    return torch.tensor(rows, dtype=torch.long)
