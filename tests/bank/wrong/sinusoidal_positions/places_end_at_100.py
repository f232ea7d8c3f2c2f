"""From some place on every row of your table is the same. Each place has its own row, however far."""

import torch
def sinusoidal_positions(length, d_model):
    if d_model % 2:
        raise ValueError("odd d_model")
    place = torch.arange(length).clamp(max=99)
    angles = place.unsqueeze(1) / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    return torch.stack([angles.sin(), angles.cos()], dim=2).reshape(length, d_model)
