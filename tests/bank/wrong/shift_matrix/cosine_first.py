"""Your matrix fits positions whose cosine stands before the sine; here the sine comes first."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    odd = torch.arange(0, d_model, 2)
    even = odd + 1
    angles = offset / 10000 ** (odd / d_model)
    matrix = torch.zeros(d_model, d_model)
    matrix[even, even] = matrix[odd, odd] = angles.cos()
    matrix[even, odd] = angles.sin()
    matrix[odd, even] = -angles.sin()
    return matrix
