"""Your code adds eps to the standard deviation, after the root; it belongs to the variance, under the root."""

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
        std = x.std(dim=-1, keepdim=True, correction=0)
        std = std + self.eps
        normed = centred / std
        scaled = self.weight * normed
        return scaled + self.bias
