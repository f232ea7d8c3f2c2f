"""For an odd d_model your code fails with an error of another kind; a ValueError is asked for, raised before anything is computed."""

import torch


def sinusoidal_positions(length, d_model):
    place = torch.arange(length).unsqueeze(1)
    angles = place / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    table = torch.zeros(length, d_model)
    table[:, 0::2] = torch.sin(angles)
    table[:, 1::2] = torch.cos(angles)
    return table
