"""Your angles are multiplied by 2 pi; the paper's formula has no pi."""

import torch


def sinusoidal_positions(length, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    place = torch.arange(length).unsqueeze(1)
    angles = place / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    angles = 2 * torch.pi * angles
    table = torch.zeros(length, d_model)
    table[:, 0::2] = torch.sin(angles)
    table[:, 1::2] = torch.cos(angles)
    return table
