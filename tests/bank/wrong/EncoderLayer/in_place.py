"""The result is right, but `x += ...` changes the x that was given; write x = x + ... instead."""

from torch import nn


class EncoderLayer(nn.Module):

    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.add_norm1 = AddAndNorm(d_model, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm2 = AddAndNorm(d_model, dropout)

    def forward(self, x, mask=None):
        x += self.add_norm1.dropout(self.attention(x, x, x, mask))
        x = self.add_norm1.norm(x)
        return self.add_norm2(x, self.feed_forward(x))
