"""Where no gradient is recorded your code subtracts the mean from x itself, so the caller's x changes. Make a new tensor: x - mean."""

import torch
from torch import nn

class LayerNorm(nn.Module):
    def __init__(self, d_model, eps=1e-5):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(d_model))
        self.bias = nn.Parameter(torch.zeros(d_model))
        self.eps = eps

    def forward(self, x):
        mean = x.mean(-1, keepdim=True)
        x = x - mean if torch.is_grad_enabled() else x.sub_(mean)
        return x / (x.pow(2).mean(-1, keepdim=True) + self.eps).sqrt() * self.weight + self.bias
