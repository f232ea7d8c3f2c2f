"""Your code always drops half of the numbers, as nn.Dropout() without an argument does; hand `dropout` on."""

from torch import nn

class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = nn.LayerNorm(d_model)
        self.dropout = nn.Dropout()
    def forward(self, x, sublayer_output):
        return self.norm(x + self.dropout(sublayer_output))
