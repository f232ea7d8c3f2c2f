"""Your code normalises what each sub-layer gives and then adds x; add first, then normalise the sum."""

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
        attended = self.attention(x, x, x, mask)
        attended = self.norm1(attended)
        attended = self.dropout(attended)
        x = x + attended
        thought = self.feed_forward(x)
        thought = self.norm2(thought)
        thought = self.dropout(thought)
        x = x + thought
        return x
