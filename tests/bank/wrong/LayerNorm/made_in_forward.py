"""Your weight and bias are made anew at every call, so whatever they learn is lost; make them once, in `__init__`."""

import torch
from torch import nn


class LayerNorm(nn.Module):
    def __init__(self, d_model, eps=1e-5):
        super().__init__()
        self.eps = eps

    def forward(self, x):
        self.weight = nn.Parameter(torch.ones(x.shape[-1]))
        self.bias = nn.Parameter(torch.zeros(x.shape[-1]))
        mean = x.mean(dim=-1, keepdim=True)
        variance = (x - mean).square().mean(dim=-1, keepdim=True)
        return self.weight * (x - mean) / torch.sqrt(variance + self.eps) + self.bias
