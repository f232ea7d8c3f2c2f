"""Your code counts places modulo 512: from there on positions repeat."""

import torch


def sinusoidal_positions(length, d_model):
    if d_model % 2:
        raise ValueError("odd d_model")
    places = torch.arange(length) % 512
    angles = places.unsqueeze(1) / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    table = torch.empty(length, d_model)
    table[:, 0::2], table[:, 1::2] = angles.sin(), angles.cos()
    return table
