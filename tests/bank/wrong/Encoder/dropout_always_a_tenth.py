"""Your layers drop numbers even where `dropout` is 0: the rate is fixed in the code, or 0 is taken for none given (`or`). Hand `dropout` on as it is."""

from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList()
        for _ in range(n_layers):
            layer = EncoderLayer(d_model, n_heads, d_ff, 0.1)
            self.layers.append(layer)

    def forward(self, x, mask=None):
        layers = self.layers
        for layer in layers:
            x = layer(x, mask)
        return x
