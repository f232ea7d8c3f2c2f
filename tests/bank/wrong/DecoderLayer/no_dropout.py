"""Your layer drops nothing in training, whatever `dropout` says; hand it on to all parts."""

from torch import nn


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.self_attention = MultiHeadAttention(d_model, n_heads)
        self.norm1 = LayerNorm(d_model)
        self.cross_attention = MultiHeadAttention(d_model, n_heads)
        self.norm2 = LayerNorm(d_model)
        self.feed_forward = FeedForward(d_model, d_ff)
        self.norm3 = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        attended = self.self_attention(x, x, x, self_mask)
        x = x + attended
        x = self.norm1(x)
        read = self.cross_attention(x, memory, memory, memory_mask)
        x = x + read
        x = self.norm2(x)
        thought = self.feed_forward(x)
        x = x + thought
        x = self.norm3(x)
        return x
