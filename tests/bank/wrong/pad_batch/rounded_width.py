"""Your batch is wider than its longest sequence: the width is rounded up. The longest sequence alone decides."""

import math

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("empty list")
    longest = math.ceil(max(len(s) for s in sequences) / 8) * 8
    out = torch.full((len(sequences), longest), pad_id, dtype=torch.long)
    for row, s in zip(out, sequences):
        row[: len(s)] = torch.as_tensor(s, dtype=torch.long)
    return out
