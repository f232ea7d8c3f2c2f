"""Your code switches to evaluation mode in each call and leaves it so: after the first one nothing is dropped. The mode is for whoever trains to set."""

from torch import nn


class FeedForward(nn.Module):
    def __init__(self, d_model, d_ff, dropout=0.0):
        super().__init__()
        self.linear1 = nn.Linear(d_model, d_ff)
        self.linear2 = nn.Linear(d_ff, d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        out = self.linear2(self.dropout(self.linear1(x).relu()))
        self.eval()
        return out
