"""Your code computes itself where the numbers lie in memory, which is right only for an x that lies there in one piece. `view`, `reshape` and `transpose` know the strides."""

import torch


def split_heads(x: torch.Tensor, n_heads: int) -> torch.Tensor:
    batch, time, d_model = x.shape
    d_head, rest = divmod(d_model, n_heads)
    if rest:
        raise ValueError("n_heads must divide d_model")
    return torch.as_strided(x, (batch, n_heads, time, d_head), (time * d_model, d_head, d_model, 1), x.storage_offset())
