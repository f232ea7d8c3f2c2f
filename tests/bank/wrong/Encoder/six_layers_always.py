"""Your encoder always has six layers; use n_layers."""

from torch import nn

import copy
from functools import reduce
class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        template = EncoderLayer(d_model, n_heads, d_ff, dropout)
        self.layers = nn.ModuleList(copy.deepcopy(template) for _ in range(6))
    def forward(self, x, mask=None):
        return reduce(lambda h, layer: layer(h, mask=mask), self.layers, x)
