"""Your layers stand in a plain Python list or tuple, where torch does not see their parameters: they never learn. Use nn.ModuleList."""

from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = []
        for _ in range(n_layers):
            layer = EncoderLayer(d_model, n_heads, d_ff, dropout)
            self.layers.append(layer)

    def forward(self, x, mask=None):
        layers = self.layers
        for layer in layers:
            x = layer(x, mask)
        return x
