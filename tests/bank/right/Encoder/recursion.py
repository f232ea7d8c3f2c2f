from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        sizes = dict(d_model=d_model, n_heads=n_heads, d_ff=d_ff, dropout=dropout)
        layers = [EncoderLayer(**sizes) for _ in range(n_layers)]
        self.layers = nn.ModuleList(layers)

    def forward(self, x, mask=None):
        return self.run(list(self.layers), x, mask)

    def run(self, left, x, mask):
        if not left:
            return x
        x = left[0](x, mask)
        return self.run(left[1:], x, mask)
