"""Your second norm is applied twice; once after each sum is what the figure shows."""

from torch import nn







class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attn = MultiHeadAttention(d_model, n_heads, dropout)
        self.ff = FeedForward(d_model, d_ff, dropout)
        self.add1, self.add2 = AddAndNorm(d_model, dropout), AddAndNorm(d_model, dropout)
    def forward(self, x, mask=None):
        x = self.add1(x, self.attn(x, x, x, mask))
        return self.add2.norm(self.add2(x, self.ff(x)))
