import math

import torch


def sinusoidal_positions(length, d_model):
    if d_model & 1:
        raise ValueError("even, please")
    rows = []
    for pos in range(length):
        row = []
        for i in range(d_model // 2):
            angle = pos / 10000 ** (2 * i / d_model)
            row += [math.sin(angle), math.cos(angle)]
        rows.append(row)
    return torch.tensor(rows)
