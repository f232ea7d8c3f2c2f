"""Your layer returns what the feed-forward gives. It is a sub-layer like the attention: x goes round it, and a norm follows."""

from torch import nn


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.close = AddAndNorm(d_model, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.close2 = AddAndNorm(d_model, dropout)

    def forward(self, x, mask=None):
        x = self.close(x, self.attention(x, x, x, mask))
        x = self.feed_forward(x)
        return x
