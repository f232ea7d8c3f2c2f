"""Your layers are kept outside the object (on the class, say), so two decoders of the same sizes share their weights: what one learns or loads changes the other. Make the layers anew in every `__init__`."""

from torch import nn


class Decoder(nn.Module):
    kept = {}

    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        sizes = (n_layers, d_model, n_heads, d_ff, dropout)
        if sizes not in self.kept:
            self.kept[sizes] = nn.ModuleList(DecoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))
        self.layers = self.kept[sizes]

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        layers = self.layers
        for layer in layers:
            x = layer(x, memory, self_mask, memory_mask)
        return x
