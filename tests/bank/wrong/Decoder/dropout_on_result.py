"""Your code drops numbers of the result as well, at a rate of its own; the layers do that themselves, before they add."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.dropout = nn.Dropout(0.1)
        self.layers = nn.ModuleList()
        for _ in range(n_layers):
            layer = DecoderLayer(d_model, n_heads, d_ff, dropout)
            self.layers.append(layer)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        layers = self.layers
        for layer in layers:
            x = layer(x, memory, self_mask, memory_mask)
        return self.dropout(x)
