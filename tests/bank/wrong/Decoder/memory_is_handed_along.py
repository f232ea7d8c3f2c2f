"""From the second layer on, yours take the result of the layer before for the memory, under self_mask. The encoder's memory and memory_mask are the same for every layer."""

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
        for layer in layers:
            x = layer(x, memory, self_mask, memory_mask)
            memory, memory_mask = x, self_mask
        return x
