"""Your table has no more than a fixed number of rows. Make as many as are asked for."""

import torch


def sinusoidal_positions(length, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    rows = torch.arange(1024, dtype=torch.float64)[:, None]
    ang = rows * 10000.0 ** (-torch.arange(0, d_model, 2, dtype=torch.float64) / d_model)
    full = torch.zeros(1024, d_model)
    full[:, 0::2] = ang.sin()
    full[:, 1::2] = ang.cos()
    return full[:length]
