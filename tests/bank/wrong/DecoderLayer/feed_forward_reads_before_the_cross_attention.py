"""Your feed-forward reads what came before the cross-attention. Each sub-layer reads what the one before it gave."""

from torch import nn
import math, copy


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.a1 = MultiHeadAttention(d_model, n_heads, dropout)
        self.a2 = MultiHeadAttention(d_model, n_heads, dropout)
        self.ln1 = nn.LayerNorm(d_model); self.ln2 = nn.LayerNorm(d_model); self.ln3 = nn.LayerNorm(d_model)
        self.fc = nn.Sequential(nn.Linear(d_model, d_ff), nn.ReLU(), nn.Dropout(dropout), nn.Linear(d_ff, d_model))
        self.d1 = nn.Dropout(dropout); self.d2 = nn.Dropout(dropout); self.d3 = nn.Dropout(dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        a = self.ln1(x + self.d1(self.a1(x, x, x, self_mask)))
        b = self.ln2(a + self.d2(self.a2(a, memory, memory, memory_mask)))
        c = self.ln3(b + self.d3(self.fc(a)))
        return c
