"""Your code makes the scaled table once in evaluation mode and keeps it: weights that are trained or loaded later never reach the result."""

import math

import torch
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(vocab_size, d_model) / math.sqrt(d_model))
        self.scaled = None

    def forward(self, tokens):
        factor = math.sqrt(self.weight.shape[1])
        if self.training:
            return self.weight[tokens] * factor
        if self.scaled is None:
            self.scaled = self.weight.detach() * factor
        return self.scaled[tokens]
