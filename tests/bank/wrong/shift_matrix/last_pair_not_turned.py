"""Where there are several pairs, your matrix leaves the last one as it is. There are d_model // 2 pairs, and each one turns."""

import math

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("odd")
    M = torch.zeros(d_model, d_model)
    M[-2:, -2:] = torch.eye(2)
    for i in range(0, max(d_model - 2, 1), 2):
        a = offset / 10000 ** (i / d_model)
        M[i, i], M[i, i + 1], M[i + 1, i], M[i + 1, i + 1] = math.cos(a), math.sin(a), -math.sin(a), math.cos(a)
    return M
