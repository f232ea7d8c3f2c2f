"""Your mean and variance go over all numbers of a sentence, so its tokens change each other; each token has its own, over its numbers alone."""

import torch
from torch import nn


class LayerNorm(nn.Module):
    def __init__(self, d_model, eps=1e-5):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(d_model))
        self.bias = nn.Parameter(torch.zeros(d_model))
        self.eps = eps

    def forward(self, x):
        dims = tuple(range(1, x.dim())) if x.dim() > 1 else (0,)
        mean = x.mean(dim=dims, keepdim=True)
        centred = x - mean
        variance = centred.square().mean(dim=dims, keepdim=True)
        variance = variance + self.eps
        std = torch.sqrt(variance)
        normed = centred / std
        scaled = self.weight * normed
        return scaled + self.bias
