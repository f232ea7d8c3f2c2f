"""Your layer hides the future by itself where query and key are one tensor. Without a mask every token may be seen; the caller decides."""

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError("n_heads must divide d_model")
        self.n_heads = n_heads
        self.w_q = nn.Linear(d_model, d_model)
        self.w_k = nn.Linear(d_model, d_model)
        self.w_v = nn.Linear(d_model, d_model)
        self.w_o = nn.Linear(d_model, d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, query, key, value, mask=None):
        if mask is None and query is key:
            mask = causal_mask(query.shape[1])
        q, k, v = (split_heads(t, self.n_heads) for t in (self.w_q(query), self.w_k(key), self.w_v(value)))
        if mask is not None and mask.dim() == 3:
            mask = mask.unsqueeze(1)
        self.weights = attention_weights(scale_scores(attention_scores(q, k), q.size(-1)), mask)
        return self.w_o(merge_heads(self.dropout(self.weights) @ v))
