"""For an odd d_model your code fails with another error; raise a ValueError before that."""

import torch


def shift_matrix(offset, d_model):
    even = torch.arange(0, d_model, 2)
    odd = even + 1
    angles = offset / 10000 ** (even / d_model)
    matrix = torch.zeros(d_model, d_model)
    matrix[even, even] = matrix[odd, odd] = angles.cos()
    matrix[even, odd] = angles.sin()
    matrix[odd, even] = -angles.sin()
    return matrix
