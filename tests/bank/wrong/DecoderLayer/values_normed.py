"""Your cross-attention reads values that were normalised once more. Keys and values are the memory as it was given."""

from torch import nn


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attn = MultiHeadAttention(d_model, n_heads, dropout)
        self.cross = MultiHeadAttention(d_model, n_heads, dropout)
        self.ff = FeedForward(d_model, d_ff, dropout)
        self.n1, self.n2, self.n3 = nn.LayerNorm(d_model), nn.LayerNorm(d_model), nn.LayerNorm(d_model)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        x = self.n1(x + self.drop(self.attn(x, x, x, self_mask)))
        x = self.n2(x + self.drop(self.cross(x, memory, self.n2(memory), memory_mask)))
        return self.n3(x + self.drop(self.ff(x)))
