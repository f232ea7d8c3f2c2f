"""Your code turns only the first half of the pairs and leaves the slower ones where they are. Every pair turns, each by its own angle."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("odd d_model")
    angles = offset / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    angles[(len(angles) + 1) // 2:] = 0
    matrix = torch.zeros(d_model, d_model)
    even = torch.arange(0, d_model, 2)
    matrix[even, even] = matrix[even + 1, even + 1] = angles.cos()
    matrix[even, even + 1] = angles.sin()
    matrix[even + 1, even] = -angles.sin()
    return matrix
