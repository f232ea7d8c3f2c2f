"""A memory_mask that is one row for all target positions your code uses to set the memory's padding to zero, and hides nothing. Zeros still get a share of the attention: hand the mask to the layers."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList(DecoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        if memory_mask is not None and memory_mask.dim() == 3 and memory_mask.shape[1] == 1:
            memory, memory_mask = memory * memory_mask.mT, None
        for layer in self.layers:
            x = layer(x, memory, self_mask, memory_mask)
        return x
