"""Your second Add & Norm adds nothing to the feed-forward's result. x goes round both sub-layers."""

import torch.nn.functional as F
from torch import nn
import math, copy


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.p = dropout
        self.n2 = nn.LayerNorm(d_model)
        self.n1 = nn.LayerNorm(d_model)
        self.mlp = FeedForward(d_model, d_ff, dropout)
        self.mha = MultiHeadAttention(d_model, n_heads, dropout=dropout)

    def _drop(self, z):
        return F.dropout(z, self.p, training=self.training)

    def forward(self, x, mask=None):
        y = self.mha(query=x, key=x, value=x, mask=mask)
        x = self.n1(x + self._drop(y))
        y = self.mlp(x)
        x = self.n2(self._drop(y))
        return x
