"""Your code lets a little of the negative numbers through; ReLU gives exactly 0 there."""

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
        hidden = F.leaky_relu(hidden)
        hidden = self.dropout(hidden)
        output = self.linear2(hidden)
        return output
