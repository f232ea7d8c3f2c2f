"""In evaluation mode your code uses a mean and a variance that it kept from training, as batch norm does. Layer norm takes both anew from each token, in either mode."""

import torch
from torch import nn


class LayerNorm(nn.Module):
    def __init__(self, d_model, eps=1e-5):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(d_model))
        self.bias = nn.Parameter(torch.zeros(d_model))
        self.eps, self.momentum = eps, 0.1
        self.running = None

    def forward(self, x):
        mean = x.mean(-1, keepdim=True)
        var = (x - mean).pow(2).mean(-1, keepdim=True)
        if self.training:
            now = torch.stack([mean.detach().mean(), var.detach().mean()])
            self.running = now if self.running is None else (1 - self.momentum) * self.running + self.momentum * now
        elif self.running is not None:
            mean, var = self.running[0], self.running[1]
        return (x - mean) / torch.sqrt(var + self.eps) * self.weight + self.bias
