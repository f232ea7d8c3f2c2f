"""Your layer keeps the mask of a call and uses it in later calls that give none. Without a mask every key is allowed."""

from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads:
            raise ValueError("n_heads")
        self.n_heads = n_heads
        self.mask = None
        self.w_q, self.w_k, self.w_v, self.w_o = (nn.Linear(d_model, d_model) for _ in range(4))
        self.dropout = nn.Dropout(dropout)

    def forward(self, query, key, value, mask=None):
        if mask is not None:
            self.mask = mask.unsqueeze(1) if mask.dim() == 3 else mask
        q, k, v = (split_heads(a, self.n_heads) for a in (self.w_q(query), self.w_k(key), self.w_v(value)))
        scores = attention_scores(q, k) / q.shape[-1] ** 0.5
        fits = self.mask is not None and self.mask.shape[-1] == k.shape[2] and self.mask.shape[-2] in (1, q.shape[2])
        self.weights = attention_weights(scores, self.mask if fits else None)
        return self.w_o(merge_heads(self.dropout(self.weights) @ v))
