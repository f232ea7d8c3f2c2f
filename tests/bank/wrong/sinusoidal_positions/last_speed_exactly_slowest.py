"""Your exponent divides by d_model - 2 (or i by d_model / 2 - 1), so that the last hand has the speed 1/10000 exactly, as in some libraries; the paper divides 2i by d_model."""

import torch


def sinusoidal_positions(length, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    place = torch.arange(length).unsqueeze(1)
    angles = place / 10000 ** (torch.arange(0, d_model, 2) / max(d_model - 2, 1))
    table = torch.zeros(length, d_model)
    table[:, 0::2] = torch.sin(angles)
    table[:, 1::2] = torch.cos(angles)
    return table
