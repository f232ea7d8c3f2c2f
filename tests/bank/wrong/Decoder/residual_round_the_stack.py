"""Your code adds the stack's input to its result. The ways round are inside the layers, one round each sub-layer; around the stack there is none."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList(DecoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        y = x
        for layer in self.layers:
            y = layer(y, memory, self_mask, memory_mask)
        return x + y
