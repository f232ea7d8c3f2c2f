"""Your code raises an error for a batch with one empty sequence in it; that row is padding only. Only an empty batch is an error."""

import torch


def pad_batch(sequences, pad_id=0):
    if not all(sequences) or not sequences:
        raise ValueError("no sequence")
    longest = max(len(ids) for ids in sequences)
    rows = [ids + [pad_id] * (longest - len(ids)) for ids in sequences]
    return torch.tensor(rows, dtype=torch.long)
