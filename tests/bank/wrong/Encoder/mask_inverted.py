"""Your code turns the mask around; here True means may attend, and the layers take it as it is."""

from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList()
        for _ in range(n_layers):
            layer = EncoderLayer(d_model, n_heads, d_ff, dropout)
            self.layers.append(layer)

    def forward(self, x, mask=None):
        mask = ~mask if mask is not None else None
        layers = self.layers
        for layer in layers:
            x = layer(x, mask)
        return x
