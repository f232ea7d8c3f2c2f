"""Your dropout is called with `self.training` in the place of the rate, so in training everything is dropped. F.dropout takes the rate second; give `training` by name."""

import torch
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
        hidden = torch.relu(hidden)
        hidden = F.dropout(hidden, self.training)
        output = self.linear2(hidden)
        return output
