"""In your code no gradient reaches the memory where it is the value (detach or `.data`), so the encoder learns through the keys alone."""

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
        attended = self.self_attention(x, x, x, self_mask)
        attended = self.dropout(attended)
        x = x + attended
        x = self.norm1(x)
        read = self.cross_attention(x, memory, memory.data, memory_mask)
        read = self.dropout(read)
        x = x + read
        x = self.norm2(x)
        thought = self.feed_forward(x)
        thought = self.dropout(thought)
        x = x + thought
        x = self.norm3(x)
        return x
