from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        sizes = dict(d_model=d_model, n_heads=n_heads, d_ff=d_ff, dropout=dropout)
        layers = [DecoderLayer(**sizes) for _ in range(n_layers)]
        self.layers = nn.ModuleList(layers)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        return self.run(list(self.layers), x, memory, self_mask, memory_mask)

    def run(self, left, x, memory, self_mask, memory_mask):
        if not left:
            return x
        x = left[0](x, memory, self_mask, memory_mask)
        return self.run(left[1:], x, memory, self_mask, memory_mask)
