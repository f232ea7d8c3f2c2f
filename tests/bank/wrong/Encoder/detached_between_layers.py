"""The numbers are right, but no gradient goes back beyond the last layer, so only that one learns, as when x is detached between the layers or the earlier ones run under no_grad."""

from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList()
        for _ in range(n_layers):
            layer = EncoderLayer(d_model, n_heads, d_ff, dropout)
            self.layers.append(layer)

    def forward(self, x, mask=None):
        layers = self.layers
        for layer in layers:
            x = layer(x.detach(), mask)
        return x
