"""Your code takes `dropout` and hands it to nothing."""

from torch import nn


class EncoderLayer(nn.Module):

    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads)
        self.add_norm1 = AddAndNorm(d_model)
        self.feed_forward = FeedForward(d_model, d_ff)
        self.add_norm2 = AddAndNorm(d_model)

    def forward(self, x, mask=None):
        x = self.add_norm1(x, self.attention(x, x, x, mask))
        return self.add_norm2(x, self.feed_forward(x))
