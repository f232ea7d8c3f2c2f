"""Your code gives the mask a side for the heads; the attention does that itself and takes the mask as it came."""

from torch import nn


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.add_norm1 = AddAndNorm(d_model, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm2 = AddAndNorm(d_model, dropout)

    def forward(self, x, mask=None):
        mask = mask.unsqueeze(1) if mask is not None else None
        x = self.add_norm1(x, self.attention(x, x, x, mask))
        return self.add_norm2(x, self.feed_forward(x))
