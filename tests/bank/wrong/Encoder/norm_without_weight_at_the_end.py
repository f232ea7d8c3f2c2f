"""Your encoder normalises once more at the end; post-norm layers end with a norm, and the paper's figure has no other."""

from torch import nn
import torch.nn.functional as F







class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attn = MultiHeadAttention(d_model, n_heads, dropout)
        self.ff = FeedForward(d_model, d_ff, dropout)
        self.add1, self.add2 = AddAndNorm(d_model, dropout), AddAndNorm(d_model, dropout)
    def forward(self, x, mask=None):
        x = self.add1(x, self.attn(x, x, x, mask))
        return self.add2(x, self.ff(x))

class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList([EncoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers)])
    def forward(self, x, mask=None):
        for layer in self.layers:
            x = layer(x, mask)
        return F.layer_norm(x, x.shape[-1:])
