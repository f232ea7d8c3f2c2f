"""Your layer keeps the last mask and uses it where none is given. Without a mask every word sees every word."""

from torch import nn


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.norm1 = LayerNorm(d_model)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.norm2 = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)
        self.mask = None

    def forward(self, x, mask=None):
        self.mask = self.mask if mask is None else mask
        attended = self.attention(x, x, x, self.mask)
        attended = self.dropout(attended)
        x = x + attended
        x = self.norm1(x)
        thought = self.feed_forward(x)
        thought = self.dropout(thought)
        x = x + thought
        x = self.norm2(x)
        return x
