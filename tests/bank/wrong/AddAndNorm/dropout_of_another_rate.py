"""Your dropout has another rate than `dropout`: the number is changed on its way, or dropout is applied twice. Drop once, with `dropout` as it is."""

from torch import nn


class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, sublayer_output):
        return self.norm(x + self.dropout(self.dropout(sublayer_output)))
