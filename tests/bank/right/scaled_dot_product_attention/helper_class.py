import torch
from torch import nn


class Attend(nn.Module):
    def forward(self, q, k, v, mask):
        allowed = torch.ones((), dtype=torch.bool) if mask is None else mask
        scores = (q @ k.mT).div(k.size(-1) ** 0.5)
        shares = torch.softmax(torch.where(allowed, scores, torch.finfo(q.dtype).min), dim=-1)
        shares = shares.masked_fill(~allowed, 0.0)
        return shares @ v, shares


def scaled_dot_product_attention(q, k, v, mask=None):
    return Attend()(q, k, v, mask)
