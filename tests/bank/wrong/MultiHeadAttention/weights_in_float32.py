"""Your attention weights are worked out in float32, so float64 numbers lose digits on the way. Keep the dtype that comes in."""

import math
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads:
            raise ValueError("embed dim")
        self.n_heads = n_heads
        self.w_q, self.w_k, self.w_v, self.w_o = (nn.Linear(d_model, d_model) for _ in range(4))
        self.dropout = nn.Dropout(dropout)

    def forward(self, query, key, value, mask=None):
        q, k, v = (split_heads(a, self.n_heads) for a in (self.w_q(query), self.w_k(key), self.w_v(value)))
        scores = q.matmul(k.transpose(2, 3)) / math.sqrt(q.size(-1))
        if mask is not None and mask.dim() == 3:
            mask = mask.unsqueeze(1)
        self.weights = attention_weights(scores.float(), mask).type_as(q)
        return self.w_o(merge_heads(self.dropout(self.weights).matmul(v)))
