"""The numbers are right, but no gradient flows through mean and variance, as when they are detached or computed under no_grad. Both depend on x, so the gradient is not that of the formula."""

import torch
from torch import nn


class LayerNorm(nn.Module):
    def __init__(self, d_model, eps=1e-5):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(d_model))
        self.bias = nn.Parameter(torch.zeros(d_model))
        self.eps = eps

    def forward(self, x):
        mean = x.mean(dim=-1, keepdim=True).detach()
        centred = x - mean
        variance = centred.square().mean(dim=-1, keepdim=True).detach()
        variance = variance + self.eps
        std = torch.sqrt(variance)
        normed = centred / std
        scaled = self.weight * normed
        return scaled + self.bias
