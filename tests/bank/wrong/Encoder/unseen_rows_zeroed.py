"""Your encoder sets to zero what stands where no one may look. The mask says who is seen, not what becomes of a word: the layers' results stay as they are."""

from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList([EncoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers)])

    def forward(self, x, mask=None):
        for layer in self.layers:
            x = layer(x, mask)
            if mask is not None:
                seen = mask.any(dim=-2).unsqueeze(-1)
                x = x * seen.to(x.dtype)
        return x
