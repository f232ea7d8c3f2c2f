"""Your decoder drops some of its input before the first layer. Dropout is inside the layers, and the embedding has its own."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(DecoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        x = self.dropout(x)
        for layer in self.layers:
            x = layer(x, memory, self_mask, memory_mask)
        return x
