"""Your encoder has one more layer beside its list, perhaps as a pattern to copy: its numbers are counted and saved, but never used. Make the layers in the list only."""

import copy

from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList()
        self.layer = EncoderLayer(d_model, n_heads, d_ff, dropout)
        for _ in range(n_layers):
            layer = copy.deepcopy(self.layer)
            self.layers.append(layer)

    def forward(self, x, mask=None):
        layers = self.layers
        for layer in layers:
            x = layer(x, mask)
        return x
