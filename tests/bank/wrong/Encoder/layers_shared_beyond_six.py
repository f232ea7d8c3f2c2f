"""From the seventh on your layers are the first six once more, so they share weights. Each of the n_layers layers learns numbers of its own."""

from torch import nn

class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        own = [EncoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(min(n_layers, 6))]
        self.layers = nn.ModuleList(own[place % 6] for place in range(n_layers))

    def forward(self, x, mask=None):
        for layer in self.layers:
            x = layer(x, mask)
        return x
