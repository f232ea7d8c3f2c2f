"""Your encoder hides the future from every word; the source is known as a whole, so only the caller's mask counts."""

import torch
from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList()
        for _ in range(n_layers):
            layer = EncoderLayer(d_model, n_heads, d_ff, dropout)
            self.layers.append(layer)

    def forward(self, x, mask=None):
        causal = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).tril()
        mask = causal if mask is None else mask & causal
        layers = self.layers
        for layer in layers:
            x = layer(x, mask)
        return x
