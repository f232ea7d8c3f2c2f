"""Your decoder makes fewer layers than n_layers and runs them again. Each of the n_layers has weights of its own."""

from torch import nn

class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        n_groups = (n_layers + 1) // 2
        groups = [DecoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_groups)]
        self.layers = nn.ModuleList([groups[i % n_groups] for i in range(n_layers)])

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        for layer in self.layers:
            x = layer(x, memory, self_mask, memory_mask)
        return x
