"""w_k and w_v are one and the same layer in your code. Keys and values are learned apart: make two layers."""

from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads:
            raise ValueError("n_heads")
        self.n_heads = n_heads
        self.w_q = nn.Linear(d_model, d_model)
        self.w_k = self.w_v = nn.Linear(d_model, d_model)
        self.w_o = nn.Linear(d_model, d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, query, key, value, mask=None):
        q, k, v = (split_heads(a, self.n_heads) for a in (self.w_q(query), self.w_k(key), self.w_v(value)))
        if mask is not None and mask.dim() == 3:
            mask = mask.unsqueeze(1)
        self.weights = attention_weights(scale_scores(attention_scores(q, k), q.shape[-1]), mask)
        return self.w_o(merge_heads(self.dropout(self.weights) @ v))
