"""Your code reads the angles' sines and cosines from row `offset` of a table of positions; a negative offset has no such row. Compute the angle from the offset."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    even = torch.arange(0, d_model, 2)
    odd = even + 1
    row = sinusoidal_positions(offset + 1, d_model)[offset]
    sines, cosines = row[0::2], row[1::2]
    matrix = torch.zeros(d_model, d_model)
    matrix[even, even] = matrix[odd, odd] = cosines
    matrix[even, odd] = sines
    matrix[odd, even] = -sines
    return matrix
