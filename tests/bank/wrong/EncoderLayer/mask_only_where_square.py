"""Your layer uses the mask only where it has as many queries as keys, so a padding mask (batch, 1, keys) is dropped. Hand every mask on; it is broadcast."""

from torch import nn

class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm1, self.add_norm2 = AddAndNorm(d_model, dropout), AddAndNorm(d_model, dropout)

    def forward(self, x, mask=None):
        if mask is not None and mask.shape[-2] != mask.shape[-1]:
            mask = None
        x = self.add_norm1(x, self.attention(x, x, x, mask))
        return self.add_norm2(x, self.feed_forward(x))
