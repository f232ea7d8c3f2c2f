"""Your code fits the matrix to the first d_model / 2 places only, so it is right there and nowhere else: write the turn of each pair down."""

import torch


def shift_matrix(offset, d_model):
    if d_model % 2:
        raise ValueError("odd d_model")
    n = max(d_model // 2, 1)
    speeds = 10000 ** (-torch.arange(0, d_model, 2, dtype=torch.float64) / d_model)

    def rows(places):
        angles = places.double().unsqueeze(1) * speeds
        return torch.stack([angles.sin(), angles.cos()], -1).flatten(1)

    old, new = rows(torch.arange(n)), rows(torch.arange(n) + offset)
    return (torch.linalg.pinv(old) @ new).T.to(torch.get_default_dtype())
