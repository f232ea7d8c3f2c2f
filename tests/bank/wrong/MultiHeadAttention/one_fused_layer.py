"""Your class has a w_o but no w_q, w_k and w_v: they are one big layer, or have other names. It can be right, but here they are three layers with these names."""

import math

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError("n_heads must divide d_model")
        self.n_heads, self.d_head = n_heads, d_model // n_heads
        self.w_qkv = nn.Linear(d_model, 3 * d_model)
        self.w_o = nn.Linear(d_model, d_model)
        self.drop = nn.Dropout(dropout)

    def forward(self, query, key, value, mask=None):
        w_q, w_k, w_v = self.w_qkv.weight.chunk(3)
        b_q, b_k, b_v = self.w_qkv.bias.chunk(3)
        q = split_heads(nn.functional.linear(query, w_q, b_q), self.n_heads)
        k = split_heads(nn.functional.linear(key, w_k, b_k), self.n_heads)
        v = split_heads(nn.functional.linear(value, w_v, b_v), self.n_heads)
        scores = q @ k.transpose(-2, -1) / math.sqrt(self.d_head)
        if mask is not None:
            mask = mask.unsqueeze(1) if mask.dim() == 3 else mask
            scores = scores.masked_fill(~mask, -torch.inf)
        self.weights = softmax(scores, dim=-1)
        return self.w_o(merge_heads(self.drop(self.weights) @ v))
