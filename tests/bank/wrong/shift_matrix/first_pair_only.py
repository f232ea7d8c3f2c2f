"""Your matrix turns the first pair only; every pair turns, by its own angle."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    even = torch.arange(0, d_model, 2)
    odd = even + 1
    angles = offset / 10000 ** (even / d_model)
    matrix = torch.zeros(d_model, d_model)
    even, odd, angles = even[:1], odd[:1], angles[:1]
    matrix = torch.eye(d_model)
    matrix[even, even] = matrix[odd, odd] = angles.cos()
    matrix[even, odd] = angles.sin()
    matrix[odd, even] = -angles.sin()
    return matrix
