"""Your forward returns a pair, the result and what every layer gave. What is wanted is one tensor, the result of the last layer."""

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
        states = [x]
        for layer in layers:
            x = layer(x, mask)
            states.append(x)
        return x, states
