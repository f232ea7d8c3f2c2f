"""Your code refuses an odd length. It is d_model that must be even; there may be any number of places."""

import math

import torch


def sinusoidal_positions(length, d_model):
    if length & 1:
        raise ValueError("even, please")
    rows = []
    for pos in range(length):
        row = []
        for i in range(d_model // 2):
            angle = pos / 10000 ** (2 * i / d_model)
            row += [math.sin(angle), math.cos(angle)]
        if d_model % 2:
            row.append(math.sin(pos / 10000 ** ((d_model - 1) / d_model)))
        rows.append(row)
    return torch.tensor(rows)
