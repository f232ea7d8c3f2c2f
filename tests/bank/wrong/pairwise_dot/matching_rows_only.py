"""Only the entries [i, i] are dot products in your result, all others are 0. Every row of x meets every row of y."""

import torch


def pairwise_dot(x, y):
    k = min(x.shape[-2], y.shape[-2])
    own = (x[..., :k, :] * y[..., :k, :]).sum(dim=-1)
    out = x.new_zeros(*x.shape[:-1], y.shape[-2])
    out[..., range(k), range(k)] = own
    return out
