"""Your exponent is twice the column's number over d_model. In the paper i counts pairs of columns: a sine and the cosine beside it share one speed, and the slowest pair has an exponent below 1."""

import torch


def sinusoidal_positions(length, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    place = torch.arange(length, dtype=torch.float64).unsqueeze(1)
    column = torch.arange(d_model, dtype=torch.float64)
    angle = place / 10000 ** (2 * column / d_model)
    return torch.where(column % 2 == 0, angle.sin(), angle.cos()).float()
