"""Your encoder has two layers at least. It has n_layers, and that may be 1."""

from torch import nn

class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        first = EncoderLayer(d_model, n_heads, d_ff, dropout)
        rest = [EncoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(max(n_layers - 1, 1))]
        self.layers = nn.ModuleList([first, *rest])

    def forward(self, x, mask=None):
        for layer in self.layers:
            x = layer(x, mask)
        return x
