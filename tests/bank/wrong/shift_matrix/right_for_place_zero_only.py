"""Your matrix sends place 0 where it belongs, and no other place. One matrix must serve every place: try it on positions[1] too."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    angles = offset / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    there = torch.stack([angles.sin(), angles.cos()], dim=1).flatten()
    here = torch.tensor([0.0, 1.0]).repeat(d_model // 2)
    return torch.outer(there, here) / here.dot(here)
