"""Your code takes the cosine of the sines, not of the angles, as where `sin_` has written the sines over them. Keep the angles for both."""

import torch


def sinusoidal_positions(length, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    place = torch.arange(length).unsqueeze(1)
    angles = place / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    table = torch.zeros(length, d_model)
    table[:, 0::2] = angles.sin_()
    table[:, 1::2] = torch.cos(angles)
    return table
