"""Your matrices are bare tensors or parameters. Use an nn.Linear for each, so that later lessons find w_q.weight."""

import math

import torch
from torch import nn


class SingleHeadAttention(nn.Module):
    def __init__(self, d_model, d_head):
        super().__init__()
        self.w_q = nn.Parameter(torch.randn(d_model, d_head))
        self.w_k = nn.Parameter(torch.randn(d_model, d_head))
        self.w_v = nn.Parameter(torch.randn(d_model, d_head))

    def forward(self, x, mask=None):
        q = x @ self.w_q
        k = x @ self.w_k
        v = x @ self.w_v
        scores = q @ k.transpose(-2, -1)
        scores = scores / math.sqrt(q.shape[-1])
        if mask is not None:
            scores = scores.masked_fill(~mask, -torch.inf)
        weights = softmax(scores)
        output = weights @ v
        return output, weights
