"""`one_hot` without a number of classes is only as wide as the largest id in these tokens. Tell it how many ids there are."""

import math
import torch
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model):
        super().__init__()
        self.d_model = d_model
        self.weight = nn.Parameter(torch.randn(vocab_size, d_model))

    def forward(self, tokens):
        return nn.functional.one_hot(tokens).to(self.weight.dtype) @ self.weight * math.sqrt(self.d_model)
