"""Your layer has one norm. Each of the two sums, after the attention and after the feed-forward, is followed by a norm of its own."""

from torch import nn


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.norm1 = LayerNorm(d_model)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask=None):
        attended = self.attention(x, x, x, mask)
        attended = self.dropout(attended)
        x = x + attended
        x = self.norm1(x)
        thought = self.feed_forward(x)
        thought = self.dropout(thought)
        x = x + thought
        return x
