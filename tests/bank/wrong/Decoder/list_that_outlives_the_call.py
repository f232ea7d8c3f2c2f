"""Your list of layers is made once, as a default argument or in the class, so a second Decoder also gets the layers of the first: make the list inside `__init__`."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0, made=[]):
        super().__init__()
        for _ in range(n_layers):
            layer = DecoderLayer(d_model, n_heads, d_ff, dropout)
            made.append(layer)
        self.layers = nn.ModuleList(made)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        layers = self.layers
        for layer in layers:
            x = layer(x, memory, self_mask, memory_mask)
        return x
