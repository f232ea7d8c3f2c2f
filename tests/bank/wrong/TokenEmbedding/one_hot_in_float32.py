"""Your one-hot vectors are float32 and cannot be multiplied by a table in float64; give them the table's precision, `.to(self.weight.dtype)`."""

import math

import torch
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model):
        super().__init__()
        self.d_model = d_model
        self.weight = nn.Parameter(torch.randn(vocab_size, d_model))

    def forward(self, tokens):
        return nn.functional.one_hot(tokens, len(self.weight)).float() @ self.weight * math.sqrt(self.d_model)
