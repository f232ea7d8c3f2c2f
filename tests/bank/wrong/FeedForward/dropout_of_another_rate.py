"""Your dropout has another rate than `dropout`: the number is changed on its way, or dropout is applied twice. Drop once, with `dropout` as it is."""

import torch
from torch import nn


class FeedForward(nn.Module):
    def __init__(self, d_model, d_ff, dropout=0.0):
        super().__init__()
        self.linear1 = nn.Linear(d_model, d_ff)
        self.linear2 = nn.Linear(d_ff, d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        h = torch.relu(self.linear1(x))
        return self.linear2(self.dropout(self.dropout(h)))
