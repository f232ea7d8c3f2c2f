"""Your dropout does not enlarge the numbers it keeps by 1 / (1 - dropout), so training and evaluation differ in size."""

import torch
from torch import nn


class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, sublayer_output):
        if self.training:
            sublayer_output = sublayer_output * (torch.rand_like(sublayer_output) >= self.dropout.p)
        return self.norm(x + sublayer_output)
