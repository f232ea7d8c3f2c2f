from torch import nn


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.norm_b = nn.LayerNorm(d_model)
        self.ffn = nn.Sequential(nn.Linear(d_model, d_ff), nn.ReLU(), nn.Dropout(dropout), nn.Linear(d_ff, d_model))
        self.norm_a = nn.LayerNorm(d_model)
        self.drop = nn.Dropout(dropout)
        self.mha = MultiHeadAttention(d_model, n_heads)

    def forward(self, x, mask=None):
        x = self.norm_a(x + self.drop(self.mha(x, x, x, mask)))
        return self.norm_b(x + self.drop(self.ffn(x)))
