from torch import nn


class Encoder(nn.ModuleList):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__(EncoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))

    @property
    def layers(self):
        return self

    def forward(self, x, mask=None):
        for layer in self:
            x = layer(x, mask)
        return x
