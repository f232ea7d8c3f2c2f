"""Your weight and bias are trained, but under other names; call them `self.weight` and `self.bias`, as nn.LayerNorm does: saved weights are found by name."""

import torch
from torch import nn


class LayerNorm(nn.Module):
    def __init__(self, d_model, eps=1e-5):
        super().__init__()
        self.gamma = nn.Parameter(torch.ones(d_model))
        self.beta = nn.Parameter(torch.zeros(d_model))
        self.eps = eps

    def forward(self, x):
        mean = x.mean(dim=-1, keepdim=True)
        centred = x - mean
        variance = centred.square().mean(dim=-1, keepdim=True)
        variance = variance + self.eps
        std = torch.sqrt(variance)
        normed = centred / std
        scaled = self.gamma * normed
        return scaled + self.beta
