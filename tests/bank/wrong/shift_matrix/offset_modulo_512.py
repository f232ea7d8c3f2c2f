"""Your code takes the offset modulo a fixed number. The sines and cosines do not repeat after whole steps: take the offset itself."""

import math

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("odd")
    step = int(math.fmod(offset, 512))
    a = step / 10000 ** (torch.arange(0, d_model, 2, dtype=torch.float64) / d_model)
    M = torch.zeros(d_model, d_model)
    d = torch.arange(d_model)
    M[d, d] = a.cos().repeat_interleave(2).float()
    M[d[::2], d[1::2]] = a.sin().float()
    M[d[1::2], d[::2]] = -a.sin().float()
    return M
