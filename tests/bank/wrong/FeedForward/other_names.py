"""Your two layers have other names; call them `self.linear1` and `self.linear2`, as torch's own layers do: saved weights are found by name."""

import torch
from torch import nn


class FeedForward(nn.Module):
    def __init__(self, d_model, d_ff, dropout=0.0):
        super().__init__()
        self.fc1 = nn.Linear(d_model, d_ff)
        self.fc2 = nn.Linear(d_ff, d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        hidden = self.fc1(x)
        hidden = torch.relu(hidden)
        hidden = self.dropout(hidden)
        output = self.fc2(hidden)
        return output
