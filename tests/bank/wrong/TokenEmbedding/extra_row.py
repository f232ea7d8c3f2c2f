"""Your table has a row more than `vocab_size`; that number counts every token already, the padding too."""

import math

import torch
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model):
        super().__init__()
        self.d_model = d_model
        self.weight = nn.Parameter(torch.randn(vocab_size + 1, d_model))

    def forward(self, tokens):
        return self.weight[tokens] * math.sqrt(self.d_model)
