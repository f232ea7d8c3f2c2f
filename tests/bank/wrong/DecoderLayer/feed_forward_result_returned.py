"""Your layer returns what the feed-forward gives. It is a sub-layer like the other two: x goes round it, and a norm follows."""

from torch import nn


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.self_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.cross_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm1 = AddAndNorm(d_model, dropout)
        self.add_norm2 = AddAndNorm(d_model, dropout)
        self.add_norm3 = AddAndNorm(d_model, dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        x = self.add_norm1(x, self.self_attention(x, x, x, self_mask))
        x = self.add_norm2(x, self.cross_attention(x, memory, memory, memory_mask))
        return self.feed_forward(x)
