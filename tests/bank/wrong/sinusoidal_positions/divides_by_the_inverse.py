"""Your code divides by the inverse of the power of 10000, which multiplies the place by it; divide by the power itself, so that later hands are slower."""

import torch

def sinusoidal_positions(length, d_model):
    if d_model % 2:
        raise ValueError("odd")
    p = torch.arange(length, dtype=torch.float32)[:, None]
    w = 10000 ** (-torch.arange(0, d_model, 2) / d_model)
    return torch.stack([torch.sin(p / w), torch.cos(p / w)], dim=-1).reshape(length, d_model)
