"""Your dropout falls on x as well as on the sub-layer's output; x goes round whole."""

from torch import nn


class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, sublayer_output):
        return self.norm(self.dropout(x) + self.dropout(sublayer_output))
