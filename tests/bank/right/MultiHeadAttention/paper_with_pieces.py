from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError("n_heads must divide d_model")
        self.n_heads, self.d_head = n_heads, d_model // n_heads
        self.w_q = nn.Linear(d_model, d_model)
        self.w_k = nn.Linear(d_model, d_model)
        self.w_v = nn.Linear(d_model, d_model)
        self.w_o = nn.Linear(d_model, d_model)
        self.drop = nn.Dropout(dropout)

    def forward(self, query, key, value, mask=None):
        q, k, v = (
            split_heads(layer(x), self.n_heads) for layer, x in ((self.w_q, query), (self.w_k, key), (self.w_v, value))
        )
        if mask is not None and mask.dim() > 2:
            mask = mask[:, None]
        _, weights = scaled_dot_product_attention(q, k, v, mask)
        self.weights = weights.detach()
        return self.w_o(merge_heads(weighted_sum(self.drop(weights), v)))
