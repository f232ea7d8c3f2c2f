"""Your softmax subtracts one maximum of all scores. A row that lies far below it underflows to zeros: each row has its own maximum."""

import math

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError("d_model must be divisible by n_heads")
        self.n_heads = n_heads
        self.w_q = nn.Linear(d_model, d_model)
        self.w_k = nn.Linear(d_model, d_model)
        self.w_v = nn.Linear(d_model, d_model)
        self.w_o = nn.Linear(d_model, d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, query, key, value, mask=None):
        q = split_heads(self.w_q(query), self.n_heads)
        k = split_heads(self.w_k(key), self.n_heads)
        v = split_heads(self.w_v(value), self.n_heads)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.size(-1))
        e = torch.exp(scores - scores.max())
        if mask is not None:
            e = e * (mask.unsqueeze(1) if mask.dim() == 3 else mask)
        total = e.sum(dim=-1, keepdim=True)
        self.weights = e / total.masked_fill(total == 0, 1.0)
        return self.w_o(merge_heads(self.dropout(self.weights) @ v))
