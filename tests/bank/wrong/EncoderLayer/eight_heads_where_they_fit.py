"""Where 8 divides d_model, your layer has 8 heads. It has n_heads."""

from torch import nn


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, 8 if d_model % 8 == 0 else n_heads, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm1 = AddAndNorm(d_model, dropout)
        self.add_norm2 = AddAndNorm(d_model, dropout)

    def forward(self, x, mask=None):
        x = self.add_norm1(x, self.attention(x, x, x, mask))
        return self.add_norm2(x, self.feed_forward(x))
