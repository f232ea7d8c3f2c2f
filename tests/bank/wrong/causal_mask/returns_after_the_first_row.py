"""Your `return` stands inside the loop, so the mask has one row only. Move it out of the loop."""

import torch


def causal_mask(length):
    rows = []
    for i in range(length):
        rows.append([j <= i for j in range(length)])
        return torch.tensor(rows)
