"""Your decoder adds its own input to the last layer's result and normalises once more. Each layer ends with an Add & Norm already; nothing comes after the last."""

import torch.nn.functional as F
from torch import nn
import math, copy


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.n_layers = n_layers
        self.layers = nn.ModuleDict({str(i): DecoderLayer(d_model, n_heads, d_ff, dropout) for i in range(n_layers)})

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        out = x
        for i in range(self.n_layers):
            out = self.layers[str(i)](out, memory, self_mask, memory_mask)
        return F.layer_norm(out + x, out.shape[-1:])
