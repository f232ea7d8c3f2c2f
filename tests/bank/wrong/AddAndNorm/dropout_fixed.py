"""Your dropout is fixed in the code. Hand on the `dropout` that the class is given."""

from torch import nn


class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x, sublayer_output):
        return self.norm(x + self.dropout(sublayer_output))
