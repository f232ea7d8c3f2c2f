"""Your code turns the mask around; here True means may attend, and the layers take it as it is."""

from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList(EncoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))

    def forward(self, x, mask=None):
        mask = ~mask if mask is not None else None
        for layer in self.layers:
            x = layer(x, mask)
        return x
