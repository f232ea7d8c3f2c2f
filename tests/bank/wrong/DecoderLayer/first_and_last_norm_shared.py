"""Your first and your third Add & Norm are one module, so they share their numbers. Make three."""

from torch import nn


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.self_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.cross_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.outer, self.middle = AddAndNorm(d_model, dropout), AddAndNorm(d_model, dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        x = self.outer(x, self.self_attention(x, x, x, self_mask))
        x = self.middle(x, self.cross_attention(x, memory, memory, memory_mask))
        return self.outer(x, self.feed_forward(x))
