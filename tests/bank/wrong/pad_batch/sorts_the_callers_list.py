"""Your code sorts the list it was given: the rows change their order, and so does the caller's list."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("no sequences")
    sequences.sort(key=len)
    longest = len(sequences[-1])
    rows = [ids + [pad_id] * (longest - len(ids)) for ids in sequences]
    return torch.tensor(rows, dtype=torch.long)
