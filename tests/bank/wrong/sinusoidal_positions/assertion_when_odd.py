"""With an odd d_model your code fails an `assert`; a ValueError is asked for, raised with `raise ValueError(...)`."""

import torch


def sinusoidal_positions(length, d_model):
    assert d_model % 2 == 0, "d_model must be even"
    place = torch.arange(length).unsqueeze(1)
    angles = place / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    table = torch.zeros(length, d_model)
    table[:, 0::2] = torch.sin(angles)
    table[:, 1::2] = torch.cos(angles)
    return table
