"""Your linear1 and linear2 are matrices; make each a layer that holds its weight and its bias (linear1.weight, linear1.bias), as nn.Linear does."""

import torch
from torch import nn


class FeedForward(nn.Module):
    def __init__(self, d_model, d_ff, dropout=0.0):
        super().__init__()
        self.linear1 = nn.Parameter(torch.randn(d_model, d_ff) / d_model**0.5)
        self.linear2 = nn.Parameter(torch.randn(d_ff, d_model) / d_ff**0.5)
        self.bias1, self.bias2 = nn.Parameter(torch.zeros(d_ff)), nn.Parameter(torch.zeros(d_model))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        hidden = self.dropout(torch.relu(x @ self.linear1 + self.bias1))
        return hidden @ self.linear2 + self.bias2
