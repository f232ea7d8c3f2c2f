"""The result is right, but `x += ...` changes the x that was given; write x + ... instead."""

from torch import nn


class AddAndNorm(nn.Module):

    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, sublayer_output):
        x += self.dropout(sublayer_output)
        return self.norm(x)
