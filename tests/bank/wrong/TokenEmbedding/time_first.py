"""Your result has its first two sides swapped; keep the order of the ids' sides."""

import math

import torch
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model):
        super().__init__()
        self.d_model = d_model
        self.weight = nn.Parameter(torch.randn(vocab_size, d_model))

    def forward(self, tokens):
        out = self.weight[tokens] * math.sqrt(self.d_model)
        return out.transpose(0, 1) if tokens.dim() > 1 else out
