"""Your second Add & Norm drops numbers of x, or of the sum: its arguments are the wrong way round, or dropout falls too late. Drop what the feed-forward gives, then add x, which goes round whole."""

from torch import nn







class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attn = MultiHeadAttention(d_model, n_heads, dropout)
        self.ff = FeedForward(d_model, d_ff, dropout)
        self.add1, self.add2 = AddAndNorm(d_model, dropout), AddAndNorm(d_model, dropout)
    def forward(self, x, mask=None):
        x = self.add1(x, self.attn(x, x, x, mask))
        return self.add2(self.ff(x), x)
