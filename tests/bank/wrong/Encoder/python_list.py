"""Your layers stand in a plain Python list or tuple, where torch does not see their parameters: they never learn. Use nn.ModuleList."""

from torch import nn


class Encoder(nn.Module):

    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = [EncoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers)]

    def forward(self, x, mask=None):
        for layer in self.layers:
            x = layer(x, mask)
        return x
