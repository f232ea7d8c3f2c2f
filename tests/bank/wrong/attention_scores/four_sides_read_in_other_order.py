"""Your code takes four sides for (batch, queries, heads, d_k). Here the last two are always (queries, d_k), whatever stands before them."""

import torch


def attention_scores(q, k):
    if k.dim() == 2:
        return q @ k.t()
    return q @ k.transpose(1, 2) if k.dim() == 3 else torch.einsum("bqhd,bkhd->bhqk", q, k)
