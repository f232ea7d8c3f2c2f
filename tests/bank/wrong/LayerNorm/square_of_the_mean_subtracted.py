"""Your variance is a difference of squares, as the mean of squares less the square of the mean is: where numbers are large beside their spread, what is left is rounding. Subtract the mean first, then square."""

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
        variance = (x * x).mean(dim=-1, keepdim=True) - mean**2
        return self.weight * (x - mean) / torch.sqrt(variance + self.eps) + self.bias
