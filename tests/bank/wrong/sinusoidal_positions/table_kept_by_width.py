"""Your code keeps the first table of each d_model, so a longer one asked for later has too few rows. Make it for the length that is asked for."""

import torch


KEPT = {}


def sinusoidal_positions(length, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    if d_model in KEPT:
        return KEPT[d_model][:length]
    place = torch.arange(length).unsqueeze(1)
    angles = place / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    table = torch.zeros(length, d_model)
    table[:, 0::2] = torch.sin(angles)
    table[:, 1::2] = torch.cos(angles)
    KEPT[d_model] = table
    return table
