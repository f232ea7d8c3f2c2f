"""Your hidden layer is always four times d_model wide; its width is d_ff."""

import torch
from torch import nn


class FeedForward(nn.Module):
    def __init__(self, d_model, d_ff, dropout=0.0):
        super().__init__()
        self.linear1 = nn.Linear(d_model, 4 * d_model)
        self.linear2 = nn.Linear(4 * d_model, d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        hidden = self.linear1(x)
        hidden = torch.relu(hidden)
        hidden = self.dropout(hidden)
        output = self.linear2(hidden)
        return output
