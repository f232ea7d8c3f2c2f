"""The numbers are right, but no gradient reaches the memory (detach, `.data` or no_grad), so the encoder would never learn."""

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
            x = layer(x, memory.detach(), self_mask, memory_mask)
        return x
