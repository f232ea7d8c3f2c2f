"""Your layer has two norms. Each of its three sums, after the two attentions and after the feed-forward, is followed by a norm of its own."""

from torch import nn


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.self_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.norm1 = LayerNorm(d_model)
        self.cross_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.norm2 = LayerNorm(d_model)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        attended = self.self_attention(x, x, x, self_mask)
        attended = self.dropout(attended)
        x = x + attended
        x = self.norm1(x)
        read = self.cross_attention(x, memory, memory, memory_mask)
        read = self.dropout(read)
        x = x + read
        x = self.norm2(x)
        thought = self.feed_forward(x)
        thought = self.dropout(thought)
        x = x + thought
        return x
