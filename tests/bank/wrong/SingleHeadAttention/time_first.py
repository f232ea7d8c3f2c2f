"""Your code turns x to (time, batch, d_model), so each word attends to the same place of the other sentences. Here the batch comes first, and attention runs over time."""

import math

import torch
from torch import nn


class SingleHeadAttention(nn.Module):
    def __init__(self, d_model, d_head):
        super().__init__()
        self.w_q = nn.Linear(d_model, d_head, bias=False)
        self.w_k = nn.Linear(d_model, d_head, bias=False)
        self.w_v = nn.Linear(d_model, d_head, bias=False)

    def forward(self, x, mask=None):
        x = x.transpose(0, 1)
        q = self.w_q(x)
        k = self.w_k(x)
        v = self.w_v(x)
        scores = q @ k.transpose(-2, -1)
        scores = scores / math.sqrt(q.shape[-1])
        if mask is not None:
            scores = scores.masked_fill(~mask, -torch.inf)
        weights = softmax(scores)
        output = weights @ v
        return output.transpose(0, 1), weights
