"""Your code multiplies one-step matrices `offset` times, which does nothing for a negative offset; compute the angle from the offset."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    even = torch.arange(0, d_model, 2)
    odd = even + 1
    angles = 1.0 / 10000 ** (even / d_model)
    matrix = torch.zeros(d_model, d_model)
    matrix[even, even] = matrix[odd, odd] = angles.cos()
    matrix[even, odd] = angles.sin()
    matrix[odd, even] = -angles.sin()
    result = torch.eye(d_model)
    for _ in range(offset):
        result = matrix @ result
    return result
