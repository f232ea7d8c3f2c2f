"""Your code makes every self_mask causal as well. Whoever calls the decoder decides who sees whom: hand the mask on as it is."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList(DecoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        self_mask = self_mask if self_mask is None else self_mask & causal_mask(x.shape[1])
        for layer in self.layers:
            x = layer(x, memory, self_mask, memory_mask)
        return x
