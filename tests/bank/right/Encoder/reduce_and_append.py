from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList()
        for _ in range(n_layers):
            self.layers.append(EncoderLayer(d_model, n_heads, d_ff, dropout=dropout))

    def forward(self, x, mask=None):
        import functools

        return functools.reduce(lambda x, layer: layer(x, mask), self.layers, x)
