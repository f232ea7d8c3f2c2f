from torch import nn


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.ffn = nn.Sequential(nn.Linear(d_model, d_ff), nn.ReLU(), nn.Dropout(dropout), nn.Linear(d_ff, d_model))
        self.norm3, self.norm1, self.norm2 = (nn.LayerNorm(d_model) for _ in range(3))
        self.glance = MultiHeadAttention(d_model, n_heads, dropout)
        self.drop = nn.Dropout(dropout)
        self.look = MultiHeadAttention(d_model, n_heads, dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        x = self.norm1(x + self.drop(self.look(x, x, x, self_mask)))
        x = self.norm2(x + self.drop(self.glance(x, memory, memory, memory_mask)))
        return self.norm3(x + self.drop(self.ffn(x)))
