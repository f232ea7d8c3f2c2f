"""Your code normalises before each sub-layer (pre-norm, as most code does today); this paper normalises after the sum, norm(x + sublayer(x))."""

from torch import nn


class EncoderLayer(nn.Module):

    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.add_norm1 = AddAndNorm(d_model, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm2 = AddAndNorm(d_model, dropout)

    def forward(self, x, mask=None):
        x = x + self.add_norm1.dropout(self.attention(*[self.add_norm1.norm(x)] * 3, mask))
        return x + self.add_norm2.dropout(self.feed_forward(self.add_norm2.norm(x)))
