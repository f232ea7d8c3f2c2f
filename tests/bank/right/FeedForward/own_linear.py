import torch
from torch import nn


class Affine(nn.Module):
    def __init__(self, inside, outside):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outside, inside) / inside**0.5)
        self.bias = nn.Parameter(torch.zeros(outside))

    def forward(self, x):
        return torch.einsum("...i,oi->...o", x, self.weight) + self.bias


class FeedForward(nn.Module):
    def __init__(self, d_model, d_ff, dropout=0.0):
        super().__init__()
        self.p = dropout
        self.linear1, self.linear2 = Affine(d_model, d_ff), Affine(d_ff, d_model)

    def forward(self, x):
        hidden = torch.maximum(self.linear1(x), torch.zeros((), dtype=x.dtype))
        if self.training and self.p > 0:
            kept = torch.bernoulli(torch.full_like(hidden, 1 - self.p))
            hidden = hidden * kept / (1 - self.p)
        return self.linear2(hidden)
