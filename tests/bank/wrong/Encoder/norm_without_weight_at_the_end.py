"""Your encoder normalises once more at the end; post-norm layers end with a norm, and the paper's figure has no other."""

import torch.nn.functional as F
from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList()
        for _ in range(n_layers):
            layer = EncoderLayer(d_model, n_heads, d_ff, dropout)
            self.layers.append(layer)

    def forward(self, x, mask=None):
        layers = self.layers
        for layer in layers:
            x = layer(x, mask)
        return F.layer_norm(x, x.shape[-1:])
