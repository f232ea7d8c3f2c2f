"""Your dropout does not enlarge the numbers it keeps by 1 / (1 - dropout), so training and evaluation differ in size."""

import torch
from torch import nn


class FeedForward(nn.Module):
    def __init__(self, d_model, d_ff, dropout=0.0):
        super().__init__()
        self.linear1 = nn.Linear(d_model, d_ff)
        self.linear2 = nn.Linear(d_ff, d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        hidden = self.linear1(x)
        hidden = torch.relu(hidden)
        if self.training:
            hidden = hidden * (torch.rand_like(hidden) >= self.dropout.p)
        output = self.linear2(hidden)
        return output
