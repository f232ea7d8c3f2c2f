"""In training your code leaves the last layer out. Every layer runs in both modes; dropout is what differs."""

import itertools
from torch import nn

class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList(EncoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))

    def forward(self, x, mask=None):
        depth = len(self.layers)
        if self.training and depth > 2:
            depth -= 1
        for layer in itertools.islice(self.layers, depth):
            x = layer(x, mask)
        return x
