"""Your feed-forward has no ReLU between its linear layers, so the two are together nothing but one linear map."""

from torch import nn


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.add_norm1 = AddAndNorm(d_model, dropout)
        self.feed_forward = nn.Sequential(nn.Linear(d_model, d_ff), nn.Dropout(dropout), nn.Linear(d_ff, d_model))
        self.add_norm2 = AddAndNorm(d_model, dropout)

    def forward(self, x, mask=None):
        x = self.add_norm1(x, self.attention(x, x, x, mask))
        return self.add_norm2(x, self.feed_forward(x))
