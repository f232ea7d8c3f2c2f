import torch
import torch.nn.functional as F
from torch import nn


class Norm(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))
        self.bias = nn.Parameter(torch.zeros(size))

    def forward(self, x):
        return F.layer_norm(x, (x.size(-1),), self.weight, self.bias, 1e-5)


class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0, norm=Norm):
        super().__init__()
        self.drop = nn.Dropout(dropout)
        self.norm = norm(d_model)

    def forward(self, residual, out):
        return self.norm(torch.add(self.drop(out), residual))
