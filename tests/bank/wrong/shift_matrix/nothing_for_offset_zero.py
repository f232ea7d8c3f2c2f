"""For an offset of 0 your matrix is all zeros, as where `if offset:` skips the work. The formula gives the identity there, without a special case."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    even = torch.arange(0, d_model, 2)
    odd = even + 1
    angles = offset / 10000 ** (even / d_model)
    matrix = torch.zeros(d_model, d_model)
    matrix[even, even] = matrix[odd, odd] = angles.cos()
    matrix[even, odd] = angles.sin()
    matrix[odd, even] = -angles.sin()
    if not offset:
        matrix = torch.zeros(d_model, d_model)
    return matrix
