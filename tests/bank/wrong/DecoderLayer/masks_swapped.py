"""Your two masks are exchanged: the self-attention gets the mask that is meant for the memory, as when the two calls are mixed up or forward takes memory_mask before self_mask. self_mask comes first."""

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
        attended = self.self_attention(x, x, x, memory_mask)
        attended = self.dropout(attended)
        x = x + attended
        x = self.norm1(x)
        read = self.cross_attention(x, memory, memory, self_mask)
        read = self.dropout(read)
        x = x + read
        x = self.norm2(x)
        thought = self.feed_forward(x)
        thought = self.dropout(thought)
        x = x + thought
        x = self.norm3(x)
        return x
