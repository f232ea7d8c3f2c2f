"""Your code limits the offset, so all far shifts are one and the same. The matrix for an offset turns by exactly that many places."""

import torch


def shift_matrix(offset, d_model, max_relative=4):
    if d_model % 2:
        raise ValueError("odd d_model")
    offset = max(-max_relative, min(max_relative, offset))
    angles = offset / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    matrix = torch.zeros(d_model, d_model)
    even = torch.arange(0, d_model, 2)
    matrix[even, even] = matrix[even + 1, even + 1] = angles.cos()
    matrix[even, even + 1] = angles.sin()
    matrix[even + 1, even] = -angles.sin()
    return matrix
