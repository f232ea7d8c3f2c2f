from torch import nn


class Sublayer(nn.Module):
    def __init__(self, inner, d_model, dropout):
        super().__init__()
        self.finish = AddAndNorm(d_model, dropout)
        self.inner = inner

    def forward(self, x, *args):
        return self.finish(x, self.inner(x, *args))


class SelfAttention(nn.Module):
    def __init__(self, *sizes):
        super().__init__()
        self.core = MultiHeadAttention(*sizes)

    def forward(self, x, mask):
        return self.core(x, x, x, mask)


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.two = Sublayer(FeedForward(d_model, d_ff, dropout), d_model, dropout)
        self.one = Sublayer(SelfAttention(d_model, n_heads, dropout), d_model, dropout)

    def forward(self, x, mask=None):
        return self.two(self.one(x, mask))
