"""Your table has another name; it should be called `weight`."""

import math

import torch
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model):
        super().__init__()
        self.d_model = d_model
        self.table = nn.Parameter(torch.randn(vocab_size, d_model))

    def forward(self, tokens):
        return self.table[tokens] * math.sqrt(self.d_model)
