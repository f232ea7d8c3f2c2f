"""Your code normalises before each sub-layer (pre-norm, as most code does today); this paper normalises after the sum, norm(x + sublayer(x))."""

from torch import nn


class DecoderLayer(nn.Module):

    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.self_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.add_norm1 = AddAndNorm(d_model, dropout)
        self.cross_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.add_norm2 = AddAndNorm(d_model, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm3 = AddAndNorm(d_model, dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        y = self.add_norm1.norm(x)
        x = x + self.add_norm1.dropout(self.self_attention(y, y, y, self_mask))
        y = self.add_norm2.norm(x)
        x = x + self.add_norm2.dropout(self.cross_attention(y, memory, memory, memory_mask))
        return x + self.add_norm3.dropout(self.feed_forward(self.add_norm3.norm(x)))
