"""All your layers share one set of weights: they are one layer many times, or shallow copies of it. Make a new layer for each place."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList()
        layer = DecoderLayer(d_model, n_heads, d_ff, dropout)
        for _ in range(n_layers):
            self.layers.append(layer)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        layers = self.layers
        for layer in layers:
            x = layer(x, memory, self_mask, memory_mask)
        return x
