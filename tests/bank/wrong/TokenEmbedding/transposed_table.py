"""Your table has shape (d_model, vocab_size); one row for each id is asked, (vocab_size, d_model)."""

import math

import torch
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model):
        super().__init__()
        self.d_model = d_model
        self.weight = nn.Parameter(torch.randn(d_model, vocab_size))

    def forward(self, tokens):
        return self.weight.T[tokens] * math.sqrt(self.d_model)
