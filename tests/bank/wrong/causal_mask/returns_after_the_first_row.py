"""Your mask has one row only. Every query has a row; if you make them in a loop, `return` belongs after it."""

import torch


def causal_mask(length):
    rows = []
    for i in range(length):
        rows.append([j <= i for j in range(length)])
        return torch.tensor(rows)
