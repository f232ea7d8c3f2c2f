"""Your three Add & Norm are made without the dropout; each drops numbers of what its sub-layer gives."""

from torch import nn


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.att = nn.ModuleList(MultiHeadAttention(d_model, n_heads, dropout) for _ in range(2))
        self.ff = FeedForward(d_model, d_ff, dropout)
        self.an = nn.ModuleList(AddAndNorm(d_model) for _ in range(3))

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        x = self.an[0](x, self.att[0](x, x, x, self_mask))
        x = self.an[1](x, self.att[1](x, memory, memory, memory_mask))
        return self.an[2](x, self.ff(x))
