"""Your constructor takes n_heads before d_model. The order is (d_model, n_heads, dropout)."""

import copy
import math

import torch
from torch import nn


def clones(module, n):
    return [copy.deepcopy(module) for _ in range(n)]


class MultiHeadAttention(nn.Module):
    def __init__(self, n_heads, d_model, dropout=0.1):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError("d_model must be divisible by n_heads")
        self.d_k = d_model // n_heads
        self.n_heads = n_heads
        self.w_q, self.w_k, self.w_v, self.w_o = clones(nn.Linear(d_model, d_model), 4)
        self.dropout = nn.Dropout(p=dropout)
        self.weights = None

    def forward(self, query, key, value, mask=None):
        if mask is not None and mask.dim() == 3:
            mask = mask.unsqueeze(1)
        nbatches = query.size(0)
        q, k, v = [
            lin(x).view(nbatches, -1, self.n_heads, self.d_k).transpose(1, 2)
            for lin, x in zip((self.w_q, self.w_k, self.w_v), (query, key, value))
        ]
        self.weights = attention_weights(torch.matmul(q, k.transpose(-2, -1)) / math.sqrt(self.d_k), mask)
        x = torch.matmul(self.dropout(self.weights), v)
        return self.w_o(x.transpose(1, 2).contiguous().view(nbatches, -1, self.n_heads * self.d_k))
