"""Your blocks overlap: pairs are the columns (0, 1), (2, 3), …, so go on by two."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    matrix = torch.zeros(d_model, d_model)
    for i in range(0, d_model - 1):
        a = torch.tensor(offset / 10000 ** (i / d_model))
        matrix[i : i + 2, i : i + 2] = torch.tensor([[a.cos(), a.sin()], [-a.sin(), a.cos()]])
    return matrix
