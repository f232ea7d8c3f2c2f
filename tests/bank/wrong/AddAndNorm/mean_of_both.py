"""Your code halves the sum of x and the sub-layer's output; the norm hides it but for its eps. Add them as they are."""

from torch import nn

class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = nn.LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)
    def forward(self, x, sublayer_output):
        return self.norm((x + self.dropout(sublayer_output)) / 2)
