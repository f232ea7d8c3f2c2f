"""Your padding stands before the ids; it belongs at the end."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("no sequence")
    longest = max(len(ids) for ids in sequences)
    rows = [[pad_id] * (longest - len(ids)) + ids for ids in sequences]
    return torch.tensor(rows, dtype=torch.long)
