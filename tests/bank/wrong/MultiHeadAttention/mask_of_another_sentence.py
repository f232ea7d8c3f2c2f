"""The batch of your mask is in the opposite order, so the first sentence gets the mask of the last. Each sentence has its own: leave the order as it comes."""

import torch
from torch import nn

class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError("d_model % n_heads")
        self.n_heads = n_heads
        self.w_q, self.w_k, self.w_v, self.w_o = [nn.Linear(d_model, d_model) for _ in range(4)]
        self.dropout = nn.Dropout(dropout)
        self.weights = None
    def forward(self, query, key, value, mask=None):
        split = lambda x: x.unflatten(-1, (self.n_heads, -1))
        q, k, v = split(self.w_q(query)), split(self.w_k(key)), split(self.w_v(value))
        s = torch.einsum("bqhd,bkhd->bhqk", q, k) * q.shape[-1] ** -0.5
        if mask is not None:
            mask = mask.view(*([1] * (3 - mask.dim())), *mask.shape).unsqueeze(1).repeat(1, self.n_heads, 1, 1).flip(0)
            s = s.masked_fill(~mask, float("-inf"))
            w = s.softmax(-1).masked_fill(~mask, 0.0)
        else:
            w = s.softmax(-1)
        self.weights = w
        return self.w_o(torch.einsum("bhqk,bkhd->bqhd", self.dropout(w), v).flatten(2))
