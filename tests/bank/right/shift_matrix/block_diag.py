import math

import torch


def turn(angle):
    c, s = math.cos(angle), math.sin(angle)
    return torch.tensor([[c, s], [-s, c]])


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("odd")
    return torch.block_diag(*[turn(offset * 10000 ** (-i / d_model)) for i in range(0, d_model, 2)])
