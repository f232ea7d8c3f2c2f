"""Your code normalises before each sub-layer (pre-norm, as most code does today); this paper normalises after the sum, norm(x + sublayer(x))."""

from torch import nn


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.self_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.norm1 = LayerNorm(d_model)
        self.cross_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.norm2 = LayerNorm(d_model)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.norm3 = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        attended = self.self_attention(self.norm1(x), self.norm1(x), self.norm1(x), self_mask)
        attended = self.dropout(attended)
        x = x + attended
        read = self.cross_attention(self.norm2(x), memory, memory, memory_mask)
        read = self.dropout(read)
        x = x + read
        thought = self.feed_forward(self.norm3(x))
        thought = self.dropout(thought)
        x = x + thought
        return x
