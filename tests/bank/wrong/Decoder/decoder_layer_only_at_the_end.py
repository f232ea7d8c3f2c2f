"""Only your last layer is a decoder layer; the others are encoder layers, which never read the memory. All of them are decoder layers."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList()
        for _ in range(n_layers - 1):
            layer = EncoderLayer(d_model, n_heads, d_ff, dropout)
            self.layers.append(layer)
        self.layers.append(DecoderLayer(d_model, n_heads, d_ff, dropout))

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        for layer in self.layers[:-1]:
            x = layer(x, self_mask)
        return self.layers[-1](x, memory, self_mask, memory_mask)
