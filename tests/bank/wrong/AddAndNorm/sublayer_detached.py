"""The numbers are right, but no gradient reaches the sub-layer's output (detach, `.data` or no_grad), so the sub-layer never learns."""

from torch import nn


class AddAndNorm(nn.Module):

    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, sublayer_output):
        return self.norm(x + self.dropout(sublayer_output.detach()))
