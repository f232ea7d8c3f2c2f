"""In training your code leaves the last layer out: dropout drops numbers inside the layers, and every layer runs."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList([DecoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers)])

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        for number, layer in enumerate(self.layers, start=1):
            if self.training and number == len(self.layers) > 1:
                continue
            x = layer(x, memory, self_mask, memory_mask)
        return x
