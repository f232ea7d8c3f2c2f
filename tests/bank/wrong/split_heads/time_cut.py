"""Your code cuts the sentence into pieces; the heads share the numbers of each token, the last side."""

import torch


def split_heads(x, n_heads):
    batch = x.shape[0]
    time = x.shape[1]
    d_model = x.shape[2]
    if d_model % n_heads != 0:
        raise ValueError("n_heads must divide d_model")
    d_head = d_model // n_heads
    cut = torch.stack(x.chunk(n_heads, dim=1), dim=2)
    heads = cut.transpose(1, 2)
    heads = heads.contiguous()
    return heads
