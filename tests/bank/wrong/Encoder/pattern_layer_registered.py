"""The layer that you copied is a part of your encoder too: its numbers are counted and saved, but never used. Make the layers in the list only."""

from copy import deepcopy

from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layer = EncoderLayer(d_model, n_heads, d_ff, dropout)
        self.layers = nn.ModuleList([deepcopy(self.layer) for _ in range(n_layers)])

    def forward(self, x, mask=None):
        for layer in self.layers:
            x = layer(x, mask)
        return x
