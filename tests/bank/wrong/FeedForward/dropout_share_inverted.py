"""Your code keeps the share it should drop: `dropout` is the share that is dropped, as p is in nn.Dropout(p)."""

import torch
from torch import nn


class FeedForward(nn.Module):
    def __init__(self, d_model, d_ff, dropout=0.0):
        super().__init__()
        self.linear1 = nn.Linear(d_model, d_ff)
        self.linear2 = nn.Linear(d_ff, d_model)
        self.dropout = nn.Dropout(1 - dropout if dropout else 0.0)

    def forward(self, x):
        hidden = self.linear1(x)
        hidden = torch.relu(hidden)
        hidden = self.dropout(hidden)
        output = self.linear2(hidden)
        return output
