"""Your code normalises the sub-layer's output alone; add x to it first. Without that detour deep stacks do not learn."""

from torch import nn


class AddAndNorm(nn.Module):

    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, sublayer_output):
        return self.norm(self.dropout(sublayer_output))
