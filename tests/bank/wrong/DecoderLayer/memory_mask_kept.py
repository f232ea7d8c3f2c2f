"""A call without memory_mask uses the one of an earlier call in your code: without a mask every word of the memory may be read."""

from torch import nn


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.self_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.cross_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm1 = AddAndNorm(d_model, dropout)
        self.add_norm2 = AddAndNorm(d_model, dropout)
        self.add_norm3 = AddAndNorm(d_model, dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        if memory_mask is None:
            memory_mask = getattr(self, "last_memory_mask", None)
        self.last_memory_mask = memory_mask
        h = self.add_norm1(x, self.self_attention(x, x, x, self_mask))
        c = self.add_norm2(h, self.cross_attention(h, memory, memory, memory_mask))
        return self.add_norm3(c, self.feed_forward(c))
