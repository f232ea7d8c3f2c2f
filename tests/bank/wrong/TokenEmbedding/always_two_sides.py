"""Your code brings the ids into the shape (batch, time) whatever they came in: the result must have the sides of the ids, and d_model."""

import math

import torch
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(vocab_size, d_model) / math.sqrt(d_model))

    def forward(self, tokens):
        batch = tokens.shape[0] if tokens.dim() else 1
        return self.weight[tokens.reshape(batch, -1)] * math.sqrt(self.weight.shape[1])
