"""Your w_q, w_k and w_v have the width of one head. Each head has a matrix of its own, and one layer holds those of all heads: it is d_model wide."""

import math

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError("n_heads must divide d_model")
        self.n_heads, self.d_head = n_heads, d_model // n_heads
        self.w_q = nn.Linear(d_model, d_model // n_heads)
        self.w_k = nn.Linear(d_model, d_model // n_heads)
        self.w_v = nn.Linear(d_model, d_model // n_heads)
        self.w_o = nn.Linear(d_model, d_model)
        self.drop = nn.Dropout(dropout)

    def forward(self, query, key, value, mask=None):
        q = self.w_q(query).unsqueeze(1).expand(-1, self.n_heads, -1, -1)
        k = self.w_k(key).unsqueeze(1).expand(-1, self.n_heads, -1, -1)
        v = self.w_v(value).unsqueeze(1).expand(-1, self.n_heads, -1, -1)
        scores = q @ k.transpose(-2, -1) / math.sqrt(self.d_head)
        if mask is not None:
            mask = mask.unsqueeze(1) if mask.dim() == 3 else mask
            scores = scores.masked_fill(~mask, -torch.inf)
        self.weights = softmax(scores, dim=-1)
        return self.w_o(merge_heads(self.drop(self.weights) @ v))
