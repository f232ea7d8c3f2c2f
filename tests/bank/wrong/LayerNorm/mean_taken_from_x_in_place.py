"""Your code subtracts the mean from the caller's own x (x -= mean). Write x - mean, which makes a new tensor."""

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
        variance = x.var(dim=-1, keepdim=True, unbiased=False)
        x -= mean
        centred = x
        variance = variance + self.eps
        std = torch.sqrt(variance)
        normed = centred / std
        scaled = self.weight * normed
        return scaled + self.bias
