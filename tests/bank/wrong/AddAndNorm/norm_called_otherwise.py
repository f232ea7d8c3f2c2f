"""Your norm has another name; the contract calls it `self.norm`."""

from torch import nn


class AddAndNorm(nn.Module):

    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.layer_norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, sublayer_output):
        return self.layer_norm(x + self.dropout(sublayer_output))
