"""Your table is a plain tensor, so no optimizer sees it; wrap it in `nn.Parameter`."""

import math

import torch
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model):
        super().__init__()
        self.d_model = d_model
        self.weight = torch.randn(vocab_size, d_model)

    def forward(self, tokens):
        return self.weight[tokens] * math.sqrt(self.d_model)
