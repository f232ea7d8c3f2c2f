from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList()
        for _ in range(n_layers):
            self.layers.append(DecoderLayer(d_model, n_heads, d_ff, dropout=dropout))

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        import functools

        return functools.reduce(lambda x, layer: layer(x, memory, self_mask, memory_mask), self.layers, x)
