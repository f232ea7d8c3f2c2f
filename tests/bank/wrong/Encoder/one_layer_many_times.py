"""All your layers share one set of weights: one layer is used n_layers times, or copied with `copy.copy`, which does not copy weights. Each layer has weights of its own."""

from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList()
        layer = EncoderLayer(d_model, n_heads, d_ff, dropout)
        for _ in range(n_layers):
            self.layers.append(layer)

    def forward(self, x, mask=None):
        layers = self.layers
        for layer in layers:
            x = layer(x, mask)
        return x
