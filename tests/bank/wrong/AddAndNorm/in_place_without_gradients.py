"""Where no gradient is recorded your code adds into x itself (`+=`), so the caller's x changes. Make a new tensor: x + ..."""

import torch
from torch import nn

class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = nn.LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, sublayer_output):
        sublayer_output = self.dropout(sublayer_output)
        if torch.is_grad_enabled():
            return self.norm(x + sublayer_output)
        x += sublayer_output
        return self.norm(x)
