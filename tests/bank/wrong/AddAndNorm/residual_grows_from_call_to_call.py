"""Your code keeps the sum in an attribute and adds to it, so a second call adds the x of the first as well. A residual belongs to one call: keep it in a local name."""

from torch import nn


class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)
        self.residual = 0

    def forward(self, x, sublayer_output):
        self.residual = self.residual + x
        return self.norm(self.residual + self.dropout(sublayer_output))
