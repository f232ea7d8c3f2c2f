"""Your code normalises before each sub-layer (pre-norm, as most code does today); this paper normalises after the sum, norm(x + sublayer(x))."""

from torch import nn


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.norm1 = LayerNorm(d_model)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.norm2 = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask=None):
        normed = self.norm1(x)
        attended = self.attention(normed, normed, normed, mask)
        attended = self.dropout(attended)
        x = x + attended
        thought = self.feed_forward(self.norm2(x))
        thought = self.dropout(thought)
        x = x + thought
        return x
