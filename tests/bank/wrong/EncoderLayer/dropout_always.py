"""Your dropout goes on after .eval(): F.dropout needs `training=self.training`; nn.Dropout knows by itself."""

import torch.nn.functional as F
from torch import nn


class EncoderLayer(nn.Module):

    p = 0.0

    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.p = dropout
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.add_norm1 = AddAndNorm(d_model, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm2 = AddAndNorm(d_model, dropout)

    def forward(self, x, mask=None):
        x = self.add_norm1(x, F.dropout(self.attention(x, x, x, mask), self.p))
        return self.add_norm2(x, self.feed_forward(x))
