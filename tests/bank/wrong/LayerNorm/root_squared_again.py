"""Your code takes the root of the variance, squares it again and adds eps. For a token of equal numbers that root has an infinite slope, and the gradient is NaN: add eps to the variance itself."""

import torch
from torch import nn


class LayerNorm(nn.Module):
    def __init__(self, d_model, eps=1e-5):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(d_model))
        self.bias = nn.Parameter(torch.zeros(d_model))
        self.eps = eps

    def forward(self, x):
        mean = x.mean(dim=-1, keepdim=True)
        centred = x - mean
        variance = centred.square().mean(dim=-1, keepdim=True)
        variance = torch.sqrt(variance) ** 2 + self.eps
        std = torch.sqrt(variance)
        normed = centred / std
        scaled = self.weight * normed
        return scaled + self.bias
