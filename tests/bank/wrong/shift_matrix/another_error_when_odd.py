"""For an odd d_model your code fails with an error of another kind; a ValueError is asked for, raised before anything is computed."""

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
