"""Your w_k is the same layer as w_q. Each of the four layers has weights of its own."""

import math

from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads:
            raise ValueError("n_heads must divide d_model")
        self.n_heads = n_heads
        self.w_q = nn.Linear(d_model, d_model)
        self.w_k = self.w_q
        self.w_v = nn.Linear(d_model, d_model)
        self.w_o = nn.Linear(d_model, d_model)
        self.dropout = nn.Dropout(dropout)
        self.weights = None

    def forward(self, query, key, value, mask=None):
        b, n, _ = query.shape
        q = self.w_q(query).unflatten(-1, (self.n_heads, -1)).transpose(1, 2)
        k = self.w_k(key).unflatten(-1, (self.n_heads, -1)).transpose(1, 2)
        v = self.w_v(value).unflatten(-1, (self.n_heads, -1)).transpose(1, 2)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
        if mask is not None and mask.dim() == 3:
            mask = mask.unsqueeze(1)
        self.weights = attention_weights(scores, mask)
        heads = self.dropout(self.weights) @ v
        return self.w_o(heads.transpose(1, 2).reshape(b, n, -1))
