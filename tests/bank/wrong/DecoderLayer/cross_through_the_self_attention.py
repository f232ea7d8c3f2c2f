"""Your cross-attention runs through the self-attention's layer; it learns matrices of its own."""

from torch import nn







class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.self_attn = MultiHeadAttention(d_model, n_heads, dropout)
        self.cross_attn = MultiHeadAttention(d_model, n_heads, dropout)
        self.ff = FeedForward(d_model, d_ff, dropout)
        self.add1 = AddAndNorm(d_model, dropout)
        self.add2 = AddAndNorm(d_model, dropout)
        self.add3 = AddAndNorm(d_model, dropout)
    def forward(self, x, memory, self_mask=None, memory_mask=None):
        x = self.add1(x, self.self_attn(x, x, x, self_mask))
        x = self.add2(x, self.self_attn(x, memory, memory, memory_mask))
        return self.add3(x, self.ff(x))
