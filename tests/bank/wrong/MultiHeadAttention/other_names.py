"""Your class has no layers `self.w_q`, `self.w_k`, `self.w_v` and `self.w_o`. Call your four layers so: the lessons that follow, and saved weights, find them by name."""

from torch import nn
import math
import torch


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError("n_heads must divide d_model")
        self.n_heads, self.d_head = (n_heads, d_model // n_heads)
        self.query_layer = nn.Linear(d_model, d_model)
        self.key_layer = nn.Linear(d_model, d_model)
        self.value_layer = nn.Linear(d_model, d_model)
        self.output_layer = nn.Linear(d_model, d_model)
        self.drop = nn.Dropout(dropout)

    def forward(self, query, key, value, mask=None):
        q = split_heads(self.query_layer(query), self.n_heads)
        k = split_heads(self.key_layer(key), self.n_heads)
        v = split_heads(self.value_layer(value), self.n_heads)
        scores = q @ k.transpose(-2, -1) / math.sqrt(self.d_head)
        if mask is not None:
            mask = mask.unsqueeze(1) if mask.dim() == 3 else mask
            scores = scores.masked_fill(~mask, -torch.inf)
        self.weights = softmax(scores, dim=-1)
        return self.output_layer(merge_heads(self.drop(self.weights) @ v))
