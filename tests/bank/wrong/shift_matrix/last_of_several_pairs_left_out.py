"""Your code stops before the last pair, so the rows of the slowest hand stay 0. `range` and `torch.arange` leave their end out by themselves."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    even = torch.arange(0, max(d_model - 2, 2), 2)
    odd = even + 1
    angles = offset / 10000 ** (even / d_model)
    matrix = torch.zeros(d_model, d_model)
    matrix[even, even] = matrix[odd, odd] = angles.cos()
    matrix[even, odd] = angles.sin()
    matrix[odd, even] = -angles.sin()
    return matrix
