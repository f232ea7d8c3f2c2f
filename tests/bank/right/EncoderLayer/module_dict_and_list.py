from torch import nn


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.norms = nn.ModuleList([AddAndNorm(d_model, dropout) for _ in range(2)])
        self.parts = nn.ModuleDict({"network": FeedForward(d_model, d_ff, dropout), "self": MultiHeadAttention(d_model, n_heads, dropout=dropout)})

    def forward(self, x, mask=None, **unused):
        for norm, part in zip(self.norms, (lambda y: self.parts["self"](query=y, key=y, value=y, mask=mask), self.parts["network"])):
            x = norm(x, part(x))
        return x
