"""Your code puts the memory through a norm of its own. The layers read the encoder's result as it is."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.memory_norm = nn.LayerNorm(d_model, elementwise_affine=False)
        self.layers = nn.ModuleList()
        for _ in range(n_layers):
            layer = DecoderLayer(d_model, n_heads, d_ff, dropout)
            self.layers.append(layer)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        memory = self.memory_norm(memory)
        layers = self.layers
        for layer in layers:
            x = layer(x, memory, self_mask, memory_mask)
        return x
