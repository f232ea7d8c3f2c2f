"""Your layers are kept outside the object, on the class or in a global, so two encoders of the same sizes share their weights: what one learns changes the other. Make the layers anew in every `__init__`."""

from torch import nn


class Encoder(nn.Module):
    kept = {}

    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        sizes = (n_layers, d_model, n_heads, d_ff, dropout)
        if sizes not in self.kept:
            self.kept[sizes] = nn.ModuleList(EncoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))
        self.layers = self.kept[sizes]

    def forward(self, x, mask=None):
        layers = self.layers
        for layer in layers:
            x = layer(x, mask)
        return x
