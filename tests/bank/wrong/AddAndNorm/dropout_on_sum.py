"""Your dropout falls on the sum, so numbers of x are lost too; it belongs on the sub-layer's output, before the sum."""

from torch import nn


class AddAndNorm(nn.Module):

    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, sublayer_output):
        return self.norm(self.dropout(x + sublayer_output))
