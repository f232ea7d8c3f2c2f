"""Your code writes every sequence into one and the same row: behind a short sequence stands what is left of a longer one before it."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("empty")
    row = [pad_id] * max(map(len, sequences))
    out = []
    for s in sequences:
        row[: len(s)] = s
        out.append(list(row))
    return torch.tensor(out, dtype=torch.long)
