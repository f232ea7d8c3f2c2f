"""Your sine and cosine of a pair turn at different speeds: the cosine of column 2i + 1 has the exponent 2i / d_model too."""

import torch


def sinusoidal_positions(length, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    angles = torch.arange(length).unsqueeze(1) / 10000 ** (torch.arange(d_model) / d_model)
    table = torch.zeros(length, d_model)
    table[:, 0::2] = angles[:, 0::2].sin()
    table[:, 1::2] = angles[:, 1::2].cos()
    return table
