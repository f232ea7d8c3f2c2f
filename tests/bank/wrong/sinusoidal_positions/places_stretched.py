"""Your places stand more than 1 apart, as those of `torch.linspace(0, length, length)`, which includes its end. `torch.arange(length)` counts 0, 1, 2, …"""

import torch


def sinusoidal_positions(length, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    place = torch.linspace(0, length, length).unsqueeze(1)
    angles = place / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    table = torch.zeros(length, d_model)
    table[:, 0::2] = torch.sin(angles)
    table[:, 1::2] = torch.cos(angles)
    return table
