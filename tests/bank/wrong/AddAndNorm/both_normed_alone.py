"""Your code normalises x and the sub-layer's output each by itself and adds the results; there is one norm, of the sum."""

from torch import nn


class AddAndNorm(nn.Module):

    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, sublayer_output):
        return self.norm(x) + self.norm(self.dropout(sublayer_output))
