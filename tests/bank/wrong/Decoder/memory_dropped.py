"""In training your code drops numbers of the memory before it is read: only what a sub-layer gives is dropped, by the layers themselves."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(DecoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        memory = self.dropout(memory)
        for layer in self.layers:
            x = layer(x, memory, self_mask, memory_mask)
        return x
