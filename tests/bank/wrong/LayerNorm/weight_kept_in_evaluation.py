"""In evaluation mode your code keeps the first weight and bias that it saw: those that are trained or loaded later never reach the result."""

import torch
from torch import nn


class LayerNorm(nn.Module):
    def __init__(self, d_model, eps=1e-5):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(d_model))
        self.bias = nn.Parameter(torch.zeros(d_model))
        self.eps = eps
        self.kept = None

    def forward(self, x):
        weight, bias = self.weight, self.bias
        if not self.training:
            if self.kept is None:
                self.kept = weight.clone(), bias.clone()
            weight, bias = self.kept
        variance, mean = torch.var_mean(x, dim=-1, keepdim=True, correction=0)
        return weight * (x - mean) / torch.sqrt(variance + self.eps) + bias
