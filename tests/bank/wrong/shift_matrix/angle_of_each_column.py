"""Your rows of one pair turn by different angles: both rows belong to 2i, so both have the exponent 2i / d_model."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    even = torch.arange(0, d_model, 2)
    odd = even + 1
    angles = offset / 10000 ** (torch.arange(d_model) / d_model)
    matrix = torch.diag(angles.cos())
    matrix[even, odd] = angles[even].sin()
    matrix[odd, even] = -angles[odd].sin()
    return matrix
