"""Your decoder adds the positions to x. The embedding has done that before x comes in; the decoder only runs its layers."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList()
        for _ in range(n_layers):
            layer = DecoderLayer(d_model, n_heads, d_ff, dropout)
            self.layers.append(layer)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        layers = self.layers
        x = x + sinusoidal_positions(x.shape[1], x.shape[2]).to(x)
        for layer in layers:
            x = layer(x, memory, self_mask, memory_mask)
        return x
