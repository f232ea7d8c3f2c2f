"""Your sines fill the left half and your cosines the right; in the paper they alternate, sine in even and cosine in odd columns."""

import torch


def sinusoidal_positions(length, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    place = torch.arange(length).unsqueeze(1)
    angles = place / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    table = torch.zeros(length, d_model)
    table[:, : d_model // 2] = torch.sin(angles)
    table[:, d_model // 2 :] = torch.cos(angles)
    return table
