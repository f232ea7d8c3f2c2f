"""Your exponent ends too early: `pos / 10000 ** (2 * i) / d_model` divides the angle by d_model. Put `2 * i / d_model` in parentheses."""

import torch


def sinusoidal_positions(length, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    place = torch.arange(length).unsqueeze(1)
    angles = place / 10000.0 ** torch.arange(0, d_model, 2) / d_model
    table = torch.zeros(length, d_model)
    table[:, 0::2] = torch.sin(angles)
    table[:, 1::2] = torch.cos(angles)
    return table
