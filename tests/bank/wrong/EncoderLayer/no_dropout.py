"""Your code takes `dropout` and hands it to nothing; attention, feed-forward and both Add & Norm want it."""

from torch import nn


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads)
        self.norm1 = LayerNorm(d_model)
        self.feed_forward = FeedForward(d_model, d_ff)
        self.norm2 = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask=None):
        attended = self.attention(x, x, x, mask)
        x = x + attended
        x = self.norm1(x)
        thought = self.feed_forward(x)
        x = x + thought
        x = self.norm2(x)
        return x
