"""Your code puts the angle in place of the sine where it is small: that is near, but only `sin` and `cos` are right."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("odd d_model")
    even = torch.arange(0, d_model, 2)
    a = offset / 10000 ** (even / d_model)
    sine = torch.where(a.abs() < 0.5, a, a.sin())
    cosine = torch.where(a.abs() < 0.5, 1 - a * a / 2, a.cos())
    M = torch.zeros(d_model, d_model)
    M[even, even] = M[even + 1, even + 1] = cosine
    M[even, even + 1], M[even + 1, even] = sine, -sine
    return M
