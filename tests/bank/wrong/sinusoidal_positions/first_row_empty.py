"""Your first row is all zeros. Place 0 is (0, 1, 0, 1, ...), and padding has no row here."""

import math

import torch


def sinusoidal_positions(length, d_model):
    if d_model % 2 != 0:
        raise ValueError(f"odd d_model: {d_model}")
    pe = torch.zeros(length, d_model)
    position = torch.arange(0, length, dtype=torch.float).unsqueeze(1)
    div_term = torch.exp(torch.arange(0, d_model, 2).float() * (-math.log(10000.0) / d_model))
    pe[:, 0::2] = torch.sin(position * div_term)
    pe[:, 1::2] = torch.cos(position * div_term)
    pe[:1] = 0.0
    return pe
