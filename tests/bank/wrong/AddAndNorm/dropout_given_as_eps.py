"""Your norm is made with `dropout` as its second argument, and that is eps: LayerNorm knows no dropout. Give `dropout` to the dropout alone."""

from torch import nn


class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model, dropout)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, sublayer_output):
        return self.norm(x + self.dropout(sublayer_output))
