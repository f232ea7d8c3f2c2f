"""Your code takes a dropout of 0 for none (`or`) and drops at another rate. 0 is a rate too: nothing is dropped."""

from torch import nn


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff=None, dropout=0.0):
        super().__init__()
        d_ff = d_ff or 4 * d_model
        dropout = dropout or 0.1
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.add_norm1 = AddAndNorm(d_model, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm2 = AddAndNorm(d_model, dropout)

    def forward(self, x, mask=None):
        x = self.add_norm1(x, self.attention(x, x, x, mask))
        return self.add_norm2(x, self.feed_forward(x))
