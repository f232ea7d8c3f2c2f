"""Your code has one more norm after the last layer, as pre-norm models and torch's nn.Transformer have; the paper's figure has none."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.layers = nn.ModuleList()
        for _ in range(n_layers):
            layer = DecoderLayer(d_model, n_heads, d_ff, dropout)
            self.layers.append(layer)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        layers = self.layers
        for layer in layers:
            x = layer(x, memory, self_mask, memory_mask)
        return self.norm(x)
