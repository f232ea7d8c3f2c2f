"""Your lookup (`index_select`, say) takes ids with one side only; ids come in any shape. Choose a lookup that keeps their shape, or flatten them for it and give the shape back."""

import math

import torch
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model):
        super().__init__()
        self.d_model = d_model
        self.weight = nn.Parameter(torch.randn(vocab_size, d_model))

    def forward(self, tokens):
        return torch.index_select(self.weight, 0, tokens) * math.sqrt(self.d_model)
