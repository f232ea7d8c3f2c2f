"""Your cross-attention's result is normalised without x being added. x goes round all three sub-layers."""

from torch import nn
import math, copy


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.ff = FeedForward(d_model=d_model, d_ff=d_ff, dropout=dropout)
        self.src_attn = MultiHeadAttention(d_model=d_model, n_heads=n_heads, dropout=dropout)
        self.tgt_attn = MultiHeadAttention(d_model=d_model, n_heads=n_heads, dropout=dropout)
        self.norms = nn.ModuleList([LayerNorm(d_model) for _ in range(3)])
        self.dropout = nn.Dropout(dropout)

    def residual(self, x, i, f):
        y = self.dropout(f(x))
        return self.norms[i](y if i == 1 else x + y)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        m = memory
        x = self.residual(x, 0, lambda q: self.tgt_attn(q, q, q, self_mask))
        x = self.residual(x, 1, lambda q: self.src_attn(q, m, m, memory_mask))
        x = self.residual(x, 2, self.ff)
        return x
