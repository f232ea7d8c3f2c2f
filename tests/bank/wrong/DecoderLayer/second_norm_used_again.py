"""Your last Add & Norm is the second one once more. Each of the three has weights of its own."""

from torch import nn
import math, copy


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attn = nn.ModuleList(MultiHeadAttention(d_model, n_heads, dropout) for _ in range(2))
        self.post = nn.ModuleList(AddAndNorm(d_model, dropout) for _ in range(3))
        self.ffn = FeedForward(d_model, d_ff, dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        h = x
        for attend, post, source, mask in zip(self.attn, self.post, (None, memory), (self_mask, memory_mask)):
            kv = h if source is None else source
            h = post(h, attend(h, kv, kv, mask))
        return self.post[1](h, self.ffn(h))
