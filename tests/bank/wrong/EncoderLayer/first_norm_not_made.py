"""Your layer has one norm. Each of the two sums, after the attention and after the feed-forward, is followed by a norm of its own."""

from torch import nn


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.norm2 = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask=None):
        attended = self.attention(x, x, x, mask)
        attended = self.dropout(attended)
        x = x + attended
        thought = self.feed_forward(x)
        thought = self.dropout(thought)
        x = x + thought
        x = self.norm2(x)
        return x
