"""A mask (queries, keys) gets a side too many in your code and is read as one row for each sentence. Such a table serves all sentences and heads: give only masks with a batch side a new side for the heads."""

from torch import nn


class MultiHeadAttention(nn.Module):

    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads:
            raise ValueError("n_heads must divide d_model")
        self.n_heads = n_heads
        self.w_q = nn.Linear(d_model, d_model)
        self.w_k = nn.Linear(d_model, d_model)
        self.w_v = nn.Linear(d_model, d_model)
        self.w_o = nn.Linear(d_model, d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, query, key, value, mask=None):
        q = split_heads(self.w_q(query), self.n_heads)
        k = split_heads(self.w_k(key), self.n_heads)
        v = split_heads(self.w_v(value), self.n_heads)
        if mask is not None:
            mask = mask.unsqueeze(1)
            if mask.dim() == 3:
                mask = mask.unsqueeze(1)
        _, weights = scaled_dot_product_attention(q, k, v, mask)
        self.weights = weights.detach()
        return self.w_o(merge_heads(weighted_sum(self.dropout(weights), v)))
