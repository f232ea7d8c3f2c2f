"""`torch.sqrt` wants a tensor, and d_model is a plain number. Use math.sqrt, or the power 0.5."""

import math
import torch
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model):
        super().__init__()
        self.d_model = d_model
        self.weight = nn.Parameter(torch.randn(vocab_size, d_model))

    def forward(self, tokens):
        return self.weight[tokens] * torch.sqrt(self.d_model)
