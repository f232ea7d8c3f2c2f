"""Your code takes `dropout` and hands it to nothing."""

from torch import nn


class DecoderLayer(nn.Module):

    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.self_attention = MultiHeadAttention(d_model, n_heads)
        self.add_norm1 = AddAndNorm(d_model)
        self.cross_attention = MultiHeadAttention(d_model, n_heads)
        self.add_norm2 = AddAndNorm(d_model)
        self.feed_forward = FeedForward(d_model, d_ff)
        self.add_norm3 = AddAndNorm(d_model)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        x = self.add_norm1(x, self.self_attention(x, x, x, self_mask))
        x = self.add_norm2(x, self.cross_attention(x, memory, memory, memory_mask))
        return self.add_norm3(x, self.feed_forward(x))
