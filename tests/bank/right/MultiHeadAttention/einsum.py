import torch
import torch.nn as nn
import torch.nn.functional as F


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        if d_model % n_heads:
            raise ValueError(f"{d_model} % {n_heads} != 0")
        super().__init__()
        self.w_o, self.w_v, self.w_k, self.w_q = (nn.Linear(d_model, d_model) for _ in range(4))
        self.h, self.p = n_heads, dropout

    def forward(self, query, key, value, mask=None):
        h = self.h
        q = self.w_q(query).unflatten(-1, (h, -1))
        k = self.w_k(key).unflatten(-1, (h, -1))
        v = self.w_v(value).unflatten(-1, (h, -1))
        scores = torch.einsum("bqhd,bkhd->bhqk", q, k) * q.size(-1) ** -0.5
        if mask is None:
            mask = torch.ones(scores.shape[-2:], dtype=torch.bool, device=scores.device)
        if mask.ndim == 2:
            mask = mask[None]
        mask = mask[:, None].expand_as(scores)
        weights = F.softmax(scores.masked_fill(~mask, -1e9), dim=-1).masked_fill(~mask, 0.0)
        self.weights = weights
        dropped = F.dropout(weights, self.p, self.training)
        return self.w_o(torch.einsum("bhqk,bkhd->bqhd", dropped, v).flatten(-2))
