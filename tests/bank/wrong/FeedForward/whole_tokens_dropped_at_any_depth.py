"""Your dropout drops all hidden numbers of a token at once, as Dropout1d does. Each number is dropped or kept by itself."""

from torch import nn


class FeedForward(nn.Module):
    def __init__(self, d_model, d_ff, dropout=0.0):
        super().__init__()
        self.linear1 = nn.Linear(d_model, d_ff)
        self.linear2 = nn.Linear(d_ff, d_model)
        self.dropout = nn.Dropout1d(dropout)

    def forward(self, x):
        h = self.linear1(x).clamp_min(0)
        flat = h.reshape(1, -1, h.shape[-1])
        return self.linear2(self.dropout(flat).reshape(h.shape))
