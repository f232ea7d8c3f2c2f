"""Your decoder is made of encoder layers, which never read the memory; it is made of decoder layers."""

from torch import nn


class Decoder(nn.Module):

    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList(EncoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        for layer in self.layers:
            x = layer(x, self_mask)
        return x
