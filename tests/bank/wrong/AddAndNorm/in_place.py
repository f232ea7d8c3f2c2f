"""The result is right, but an operation in place (`+=`, `add_`) writes into what was given: x, or the sub-layer's output (in evaluation nn.Dropout returns that very tensor); write x + ... instead."""

from torch import nn


class AddAndNorm(nn.Module):

    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, sublayer_output):
        x += self.dropout(sublayer_output)
        return self.norm(x)
