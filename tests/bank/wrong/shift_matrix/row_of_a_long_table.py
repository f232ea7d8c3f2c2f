"""Your code reads the angles' sines and cosines from row `offset` of a table of positions: a negative offset counts from its end, and one beyond the end fails. Compute the angle from the offset."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    even = torch.arange(0, d_model, 2)
    odd = even + 1
    angles = torch.arange(512).unsqueeze(1) / 10000 ** (even / d_model)
    sines, cosines = angles.sin()[offset], angles.cos()[offset]
    matrix = torch.zeros(d_model, d_model)
    matrix[even, even] = matrix[odd, odd] = cosines
    matrix[even, odd] = sines
    matrix[odd, even] = -sines
    return matrix
