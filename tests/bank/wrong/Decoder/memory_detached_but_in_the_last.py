"""The numbers are right, but all layers except the last read a detached memory, so the encoder learns from one layer alone. Hand the memory on as it came."""

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
        for layer in layers[:-1]:
            x = layer(x, memory.detach(), self_mask, memory_mask)
        return layers[-1](x, memory, self_mask, memory_mask)
