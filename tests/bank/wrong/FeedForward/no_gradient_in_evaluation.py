"""In evaluation mode your code runs without gradients. `.eval()` turns dropout off and nothing else: whoever wants no gradients says `torch.no_grad()` around the call."""

import torch
from torch import nn


class FeedForward(nn.Module):
    def __init__(self, d_model, d_ff, dropout=0.0):
        super().__init__()
        self.linear1 = nn.Linear(d_model, d_ff)
        self.linear2 = nn.Linear(d_ff, d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        with torch.set_grad_enabled(self.training):
            hidden = self.linear1(x)
            hidden = torch.relu(hidden)
            hidden = self.dropout(hidden)
            output = self.linear2(hidden)
        return output
