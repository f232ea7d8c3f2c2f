from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads:
            raise ValueError("n_heads must divide d_model")
        self.n_heads = n_heads
        self.projections = nn.ModuleDict({name: nn.Linear(d_model, d_model) for name in "qkvo"})
        self.dropout = nn.Dropout(dropout)

    w_q = property(lambda self: self.projections["q"])
    w_k = property(lambda self: self.projections["k"])
    w_v = property(lambda self: self.projections["v"])
    w_o = property(lambda self: self.projections["o"])

    def forward(self, query, key, value, mask=None):
        q, k, v = (split_heads(self.projections[name](x), self.n_heads) for name, x in zip("qkv", (query, key, value)))
        _, self.weights = scaled_dot_product_attention(q, k, v, None if mask is None else mask.unsqueeze(-3))
        return self.w_o(merge_heads(weighted_sum(self.dropout(self.weights), v)))
