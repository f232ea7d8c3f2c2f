"""Your code sorts the sequences by length; the rows stay in the order they came in."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("no sequence")
    longest = max(len(ids) for ids in sequences)
    rows = [ids + [pad_id] * (longest - len(ids)) for ids in sorted(sequences, key=len, reverse=True)]
    return torch.tensor(rows, dtype=torch.long)
