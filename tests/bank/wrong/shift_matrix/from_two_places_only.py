"""Your matrix is right at one place only (an outer product of two positions); one matrix must move every place."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    angles = offset / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    there = torch.stack([angles.sin(), angles.cos()], dim=-1).flatten()
    here = torch.tensor([0.0, 1.0]).repeat(d_model // 2)
    return torch.outer(there, here) / (d_model / 2)
