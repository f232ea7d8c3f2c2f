import torch
from torch import nn


class _Base(nn.Module):
    def __init__(self, d_model, n_heads, dropout):
        super().__init__()
        self.projections = nn.ModuleList([nn.Linear(d_model, d_model) for _ in range(4)])
        self.w_q, self.w_k, self.w_v, self.w_o = self.projections
        self.n_heads, self.dropout = n_heads, dropout


class MultiHeadAttention(_Base):
    def __init__(self, d_model, n_heads, dropout=0.0):
        if d_model % n_heads:
            raise ValueError("d_model % n_heads")
        super().__init__(d_model, n_heads, dropout)

    def fold(self, x):
        batch, time, d_model = x.shape
        x = x.reshape(batch, time, self.n_heads, -1).transpose(1, 2)
        return x.reshape(batch * self.n_heads, time, -1)

    def forward(self, query, key, value, mask=None):
        batch, queries, d_model = query.shape
        q, k, v = self.fold(self.w_q(query)), self.fold(self.w_k(key)), self.fold(self.w_v(value))
        if mask is not None:
            if mask.dim() == 3:
                mask = mask.expand(batch, queries, key.shape[1]).repeat_interleave(self.n_heads, dim=0)
            else:
                mask = mask.unsqueeze(0)
        w = attention_weights(scale_scores(attention_scores(q, k), q.shape[-1]), mask)
        self.weights = w.view(batch, self.n_heads, queries, -1)
        if self.training and self.dropout > 0:
            w = w * (torch.rand_like(w) >= self.dropout) / (1 - self.dropout)
        out = (w @ v).view(batch, self.n_heads, queries, -1).permute(0, 2, 1, 3).flatten(2)
        return self.w_o(out)
