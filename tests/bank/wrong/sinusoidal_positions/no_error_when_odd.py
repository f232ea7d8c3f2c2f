"""For an odd d_model your code raises nothing; it should raise a ValueError, for sines and cosines come in pairs."""

import torch


def sinusoidal_positions(length, d_model):
    place = torch.arange(length).unsqueeze(1)
    angles = place / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    table = torch.zeros(length, d_model)
    table[:, 0::2] = torch.sin(angles)
    table[:, 1::2] = torch.cos(angles)[:, : d_model // 2]
    return table
