"""In training your decoder leaves out whole layers at random. `dropout` is for the numbers inside the layers; every layer runs."""

import random

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.dropout = dropout
        self.layers = nn.ModuleList()
        for _ in range(n_layers):
            layer = DecoderLayer(d_model, n_heads, d_ff, dropout)
            self.layers.append(layer)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        layers = self.layers
        for layer in layers:
            if not self.training or random.random() >= self.dropout:
                x = layer(x, memory, self_mask, memory_mask)
        return x
