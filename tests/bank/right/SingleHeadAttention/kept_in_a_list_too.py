import torch
from torch import nn


class Base(nn.Module):
    def attend(self, q, k, v, mask):
        scores = torch.einsum("bqd,bkd->bqk", q, k) * q.shape[-1] ** -0.5
        if mask is not None:
            scores = scores.masked_fill(~mask, -torch.inf)
        weights = scores.softmax(-1).nan_to_num(0.0)
        return torch.einsum("bqk,bkd->bqd", weights, v), weights


class SingleHeadAttention(Base):
    def __init__(self, d_model, d_head, extra=None):
        super().__init__()
        self.projections = nn.ModuleList(nn.Linear(d_model, d_head, bias=False) for _ in range(3))
        self.w_q, self.w_k, self.w_v = self.projections
        self.register_buffer("root", torch.tensor(float(d_head)).sqrt(), persistent=False)

    def forward(self, x, mask=None):
        return self.attend(*(w(x) for w in self.projections), mask)
