"""For an odd d_model your code raises nothing; it should raise a ValueError, for sines and cosines come in pairs."""

import torch


def shift_matrix(offset, d_model):
    whole, d_model = d_model, d_model - d_model % 2
    even = torch.arange(0, d_model, 2)
    odd = even + 1
    angles = offset / 10000 ** (even / d_model)
    matrix = torch.zeros(d_model, d_model)
    matrix[even, even] = matrix[odd, odd] = angles.cos()
    matrix[even, odd] = angles.sin()
    matrix[odd, even] = -angles.sin()
    return torch.nn.functional.pad(matrix, (0, whole - d_model, 0, whole - d_model))
