"""Your code cuts the sum off at a bound before the norm. Numbers may be of any size; the norm brings them back."""

import torch
from torch import nn

class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, sublayer_output):
        total = x + self.dropout(sublayer_output)
        return self.norm(torch.clamp(total, -100.0, 100.0))
