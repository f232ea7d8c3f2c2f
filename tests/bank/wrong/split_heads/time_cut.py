"""Your code cuts the sentence into pieces; the heads share the numbers of each token, the last side."""

import torch


def split_heads(x, n_heads):
    if x.shape[-1] % n_heads:
        raise ValueError("n_heads must divide d_model")
    return torch.stack(x.chunk(n_heads, dim=1), dim=1)
