import torch
from torch import nn


class Affine(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(n_out))
        self.weight = nn.Parameter(torch.randn(n_out, n_in) * 0.02)

    def forward(self, x):
        return torch.einsum("...i,oi->...o", x, self.weight) + self.bias


def attend(q, k, v, allowed, drop):
    scores = (q.unsqueeze(-2) * k.unsqueeze(-3)).sum(-1) / torch.tensor(q.shape[-1], dtype=q.dtype).sqrt()
    e = torch.exp(scores - scores.max(dim=-1, keepdim=True).values.detach())
    if allowed is not None:
        scores = torch.where(allowed, scores, torch.tensor(torch.finfo(q.dtype).min, dtype=q.dtype))
        e = torch.exp(scores - scores.amax(-1, keepdim=True)) * allowed
    total = e.sum(-1, keepdim=True)
    shares = e / torch.where(total == 0, torch.ones_like(total), total)
    return drop(shares) @ v, shares


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0, bias=True):
        super().__init__()
        if d_model // n_heads * n_heads != d_model:
            raise ValueError(d_model, n_heads)
        self.n_heads = n_heads
        self.w_v, self.w_q, self.w_o, self.w_k = [Affine(d_model, d_model) for _ in range(4)]
        self.drop = nn.Dropout(dropout)

    def cut(self, x):
        return torch.stack(x.chunk(self.n_heads, dim=-1), dim=1)

    def forward(self, query, key, value, mask=None):
        if mask is not None and mask.dim() == 3:
            mask = mask.unsqueeze(-3)
        heads, self.weights = attend(
            self.cut(self.w_q(query)), self.cut(self.w_k(key)), self.cut(self.w_v(value)), mask, self.drop
        )
        return self.w_o(torch.cat(heads.unbind(1), dim=-1))
