"""Your code hands self_mask to the first two layers only: deeper ones see the future. Every layer gets both masks."""

import itertools
from torch import nn

class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList(DecoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        for layer, mask in itertools.zip_longest(self.layers, [self_mask] * min(2, len(self.layers))):
            x = layer(x, memory, mask, memory_mask)
        return x
