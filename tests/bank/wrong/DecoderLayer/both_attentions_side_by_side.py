"""Your two attentions run side by side on x and share one Add & Norm. They come one after the other: the cross-attention asks with what the first Add & Norm gave."""

from torch import nn


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.self_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.cross_attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.norm1 = LayerNorm(d_model)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.norm2 = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        attended = self.self_attention(x, x, x, self_mask)
        read = self.cross_attention(x, memory, memory, memory_mask)
        x = self.norm1(x + self.dropout(attended + read))
        return self.norm2(x + self.dropout(self.feed_forward(x)))
