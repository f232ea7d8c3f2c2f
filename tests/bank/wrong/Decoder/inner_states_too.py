"""Your forward returns a pair, the result and what every layer gave. What is wanted is one tensor, the result of the last layer."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList(DecoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        inner_states = [x]
        for layer in self.layers:
            x = layer(x, memory, self_mask, memory_mask)
            inner_states.append(x)
        return x, inner_states
