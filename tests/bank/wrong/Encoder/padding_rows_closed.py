"""Your code closes the rows of padding in the mask too, so these words see nothing. The mask says what may be seen, not who may look: hand it on as it is."""

from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList()
        for _ in range(n_layers):
            layer = EncoderLayer(d_model, n_heads, d_ff, dropout)
            self.layers.append(layer)

    def forward(self, x, mask=None):
        if mask is not None and mask.shape[-2] == 1:
            mask = mask & mask.transpose(-2, -1)
        layers = self.layers
        for layer in layers:
            x = layer(x, mask)
        return x
