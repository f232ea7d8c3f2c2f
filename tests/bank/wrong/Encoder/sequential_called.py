"""Your code calls an nn.Sequential with x and the mask; it takes one thing and hands on one thing. Call its layers one by one."""

from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.Sequential()
        for _ in range(n_layers):
            layer = EncoderLayer(d_model, n_heads, d_ff, dropout)
            self.layers.append(layer)

    def forward(self, x, mask=None):
        layers = self.layers
        return layers(x, mask)
