"""Your norm is a BatchNorm, which normalises each number over batch and time. LayerNorm takes each word by itself."""

from torch import nn


class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = nn.BatchNorm1d(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, sublayer_output):
        return self.norm((x + self.dropout(sublayer_output)).transpose(1, 2)).transpose(1, 2)
