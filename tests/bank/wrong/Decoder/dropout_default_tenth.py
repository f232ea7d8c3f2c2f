"""Your default for dropout is not 0.0, so numbers are dropped although nobody asked for it."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.1):
        super().__init__()
        self.layers = nn.ModuleList()
        for _ in range(n_layers):
            layer = DecoderLayer(d_model, n_heads, d_ff, dropout)
            self.layers.append(layer)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        layers = self.layers
        for layer in layers:
            x = layer(x, memory, self_mask, memory_mask)
        return x
