"""Your matrix shifts the entries of a vector; the places are moved by turning each pair."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    return torch.eye(d_model).roll(offset, dims=0)
