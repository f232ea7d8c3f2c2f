"""Your code forces the mask into (batch, 1, queries, keys), which fits only a mask that is whole. A mask may have one row for all queries or one for all sentences: give it a side for the heads, and let it broadcast."""

import math

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
        batch, queries, keys = query.size(0), query.size(1), key.size(1)
        q = split_heads(self.w_q(query), self.n_heads)
        k = split_heads(self.w_k(key), self.n_heads)
        v = split_heads(self.w_v(value), self.n_heads)
        if mask is not None:
            mask = mask.view(-1 if mask.dim() == 2 else batch, 1, queries, keys)
        self.weights = attention_weights(q @ k.transpose(-2, -1) / math.sqrt(q.size(-1)), mask)
        return self.w_o(merge_heads(self.dropout(self.weights) @ v))
