"""Your code uses SiLU (Swish) between the layers, as some newer models do; this paper uses ReLU, max(0, x)."""

import torch.nn.functional as F
from torch import nn


class FeedForward(nn.Module):
    def __init__(self, d_model, d_ff, dropout=0.0):
        super().__init__()
        self.linear1 = nn.Linear(d_model, d_ff)
        self.linear2 = nn.Linear(d_ff, d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        hidden = self.linear1(x)
        hidden = F.silu(hidden)
        hidden = self.dropout(hidden)
        output = self.linear2(hidden)
        return output
