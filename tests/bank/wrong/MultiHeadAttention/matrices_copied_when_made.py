"""Your code copies the matrices of w_q, w_k and w_v in `__init__` and computes with the copies, so training or loading the layers changes nothing. Use the layers themselves in forward."""

import torch.nn.functional as functional
from torch import nn
import math
import torch


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError("n_heads must divide d_model")
        self.n_heads, self.d_head = (n_heads, d_model // n_heads)
        self.w_q = nn.Linear(d_model, d_model)
        self.w_k = nn.Linear(d_model, d_model)
        self.w_v = nn.Linear(d_model, d_model)
        self.w_o = nn.Linear(d_model, d_model)
        layers = (self.w_q, self.w_k, self.w_v)
        copies = torch.stack([layer.weight.detach() for layer in layers])
        self.register_buffer("copies", copies, persistent=False)
        self.drop = nn.Dropout(dropout)

    def forward(self, query, key, value, mask=None):
        q = split_heads(functional.linear(query, self.copies[0], self.w_q.bias), self.n_heads)
        k = split_heads(functional.linear(key, self.copies[1], self.w_k.bias), self.n_heads)
        v = split_heads(functional.linear(value, self.copies[2], self.w_v.bias), self.n_heads)
        scores = q @ k.transpose(-2, -1) / math.sqrt(self.d_head)
        if mask is not None:
            mask = mask.unsqueeze(1) if mask.dim() == 3 else mask
            scores = scores.masked_fill(~mask, -torch.inf)
        self.weights = softmax(scores, dim=-1)
        return self.w_o(merge_heads(self.drop(self.weights) @ v))
