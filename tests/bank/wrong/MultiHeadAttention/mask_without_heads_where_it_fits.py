"""Where the batch is as large as n_heads, your code takes the batch of a mask with three sides for the heads. Such a mask needs a side of length 1 for the heads, however large the batch."""

from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError("n_heads must divide d_model")
        self.n_heads = n_heads
        self.w_q = nn.Linear(d_model, d_model)
        self.w_k = nn.Linear(d_model, d_model)
        self.w_v = nn.Linear(d_model, d_model)
        self.w_o = nn.Linear(d_model, d_model)
        self.drop = nn.Dropout(dropout)

    def forward(self, query, key, value, mask=None):
        q = split_heads(self.w_q(query), self.n_heads)
        k = split_heads(self.w_k(key), self.n_heads)
        v = split_heads(self.w_v(value), self.n_heads)
        scores = scale_scores(attention_scores(q, k), q.size(-1))
        if mask is not None and mask.dim() == 3 and mask.size(0) not in (1, self.n_heads):
            mask = mask.unsqueeze(1)
        self.weights = attention_weights(scores, mask)
        return self.w_o(merge_heads(weighted_sum(self.drop(self.weights), v)))
