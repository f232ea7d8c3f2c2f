"""Your code does its work in float32 whatever comes in, so numbers of float64 lose half of their digits. Leave the dtype as it is."""

import torch
from torch import nn


class LayerNorm(nn.Module):
    def __init__(self, d_model, eps=1e-5):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(d_model))
        self.bias = nn.Parameter(torch.zeros(d_model))
        self.eps = eps

    def forward(self, x):
        dtype = x.dtype
        x = x.float()
        mean = x.mean(dim=-1, keepdim=True)
        centred = x - mean
        variance = centred.square().mean(dim=-1, keepdim=True)
        variance = variance + self.eps
        std = torch.sqrt(variance)
        normed = (centred / std).to(dtype)
        scaled = self.weight * normed
        return scaled + self.bias
