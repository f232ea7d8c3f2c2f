"""Your matrix pairs column i with column i + d_model/2; in the paper's layout, columns 2i and 2i + 1 are a pair."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    even = torch.arange(d_model // 2)
    odd = even + d_model // 2
    angles = offset / 10000 ** (2 * even / d_model)
    matrix = torch.zeros(d_model, d_model)
    matrix[even, even] = matrix[odd, odd] = angles.cos()
    matrix[even, odd] = angles.sin()
    matrix[odd, even] = -angles.sin()
    return matrix
