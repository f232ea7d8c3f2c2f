"""Your decoder multiplies its input by a root before the first layer. The embedding has done the scaling; the decoder only runs its layers one after the other."""

import math
from torch import nn

class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.embed_scale = math.sqrt(d_model)
        self.layers = nn.ModuleList([DecoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers)])

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        x = self.embed_scale * x
        for layer in self.layers:
            x = layer(x, memory, self_mask, memory_mask)
        return x
