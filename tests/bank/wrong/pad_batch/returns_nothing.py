"""Your code returns nothing, which is None in Python. The last line should be `return` with the result."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("no sequence")
    longest = max((len(ids) for ids in sequences))
    rows = [ids + [pad_id] * (longest - len(ids)) for ids in sequences]
    torch.tensor(rows, dtype=torch.long)
