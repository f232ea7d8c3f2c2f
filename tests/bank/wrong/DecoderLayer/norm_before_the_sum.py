"""Your code normalises what a sub-layer gives and adds x afterwards; add first, then normalise the sum."""

from torch import nn


class DecoderLayer(nn.Module):

    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.self_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.add_norm1 = AddAndNorm(d_model, dropout)
        self.cross_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.add_norm2 = AddAndNorm(d_model, dropout)
        self.dropout = nn.Dropout(dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm3 = AddAndNorm(d_model, dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        x = x + self.add_norm1.norm(self.dropout(self.self_attention(x, x, x, self_mask)))
        x = x + self.add_norm2.norm(self.dropout(self.cross_attention(x, memory, memory, memory_mask)))
        return x + self.add_norm3.norm(self.dropout(self.feed_forward(x)))
