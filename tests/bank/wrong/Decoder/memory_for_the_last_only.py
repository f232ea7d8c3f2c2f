"""Only your last layer reads the memory; the others get x in its place. Every layer should attend to the memory."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList()
        for _ in range(n_layers):
            layer = DecoderLayer(d_model, n_heads, d_ff, dropout)
            self.layers.append(layer)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        layers = self.layers[:-1]
        for layer in layers:
            x = layer(x, x, self_mask, self_mask)
        x = self.layers[-1](x, memory, self_mask, memory_mask)
        return x
