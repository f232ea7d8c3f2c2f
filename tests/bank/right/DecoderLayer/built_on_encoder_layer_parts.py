import torch.nn.functional as F
from torch import nn


class CrossBlock(nn.Module):
    def __init__(self, d_model, n_heads, dropout):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.p = dropout

    def forward(self, x, other, mask):
        found = self.attention(x, other, other, mask)
        return self.norm(x + F.dropout(found, self.p, self.training))


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.b = CrossBlock(d_model, n_heads, dropout)
        self.a = CrossBlock(d_model, n_heads, dropout)
        self.c = AddAndNorm(d_model, dropout)
        self.net = FeedForward(d_model, d_ff, dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        x = self.a(x, x, self_mask)
        x = self.b(x, memory, memory_mask)
        return self.c(x, self.net(x))
