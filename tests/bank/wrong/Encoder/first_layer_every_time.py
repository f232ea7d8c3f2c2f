"""Your loop runs the first layer again and again; each round runs the next one."""

from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList(EncoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))

    def forward(self, x, mask=None):
        for _ in self.layers:
            x = self.layers[0](x, mask)
        return x
