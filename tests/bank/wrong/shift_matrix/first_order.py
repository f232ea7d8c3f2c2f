"""Your code puts 1 for the cosine and the angle itself for the sine. That is near for small angles only: use `cos` and `sin`."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("odd d_model")
    angles = offset / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    matrix = torch.eye(d_model)
    even = torch.arange(0, d_model, 2)
    matrix[even, even + 1] = angles
    matrix[even + 1, even] = -angles
    return matrix
