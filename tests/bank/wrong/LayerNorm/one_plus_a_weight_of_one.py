"""Your code multiplies by 1 + weight, and weight starts at 1, so a fresh norm doubles everything. The contract is as `nn.LayerNorm`: times weight, which starts at 1."""

import torch
from torch import nn

class LayerNorm(nn.Module):
    def __init__(self, d_model, eps=1e-5):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(d_model))
        self.bias = nn.Parameter(torch.zeros(d_model))
        self.eps = eps

    def forward(self, x):
        h = x - x.mean(-1, keepdim=True)
        h = h * torch.rsqrt(h.pow(2).mean(-1, keepdim=True) + self.eps)
        return h * (1.0 + self.weight) + self.bias
