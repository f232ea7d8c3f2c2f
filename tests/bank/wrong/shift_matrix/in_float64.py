"""Your matrix is float64 and the positions are float32: torch does not multiply them. Make it in the default precision."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    even = torch.arange(0, d_model, 2)
    angles = offset / 10000 ** (even.double() / d_model)
    M = torch.zeros(d_model, d_model, dtype=torch.float64)
    M[even, even], M[even + 1, even + 1] = angles.cos(), angles.cos()
    M[even, even + 1], M[even + 1, even] = angles.sin(), -angles.sin()
    return M
