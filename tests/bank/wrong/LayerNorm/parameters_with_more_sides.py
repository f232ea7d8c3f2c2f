"""Your weight and bias have sides for batch and time. Their shape is (d_model,): broadcasting does the rest, and numbers from elsewhere fit."""

import torch
from torch import nn


class LayerNorm(nn.Module):
    def __init__(self, d_model, eps=1e-5):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(1, 1, d_model))
        self.bias = nn.Parameter(torch.zeros(1, 1, d_model))
        self.eps = eps

    def forward(self, x):
        mean = x.mean(dim=-1, keepdim=True)
        centred = x - mean
        variance = centred.square().mean(dim=-1, keepdim=True)
        variance = variance + self.eps
        std = torch.sqrt(variance)
        normed = centred / std
        scaled = self.weight * normed
        return scaled + self.bias
