import torch
from torch import nn


class LayerNorm(nn.Module):
    def __init__(self, d_model, eps=1e-5):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(d_model))
        self.bias = nn.Parameter(torch.zeros(d_model))
        self.eps = eps

    def forward(self, x):
        d_model = x.shape[-1]
        centred = x @ (torch.eye(d_model, dtype=x.dtype) - 1.0 / d_model)
        length = torch.linalg.vector_norm(centred, dim=-1, keepdim=True)
        return centred / (length**2 / d_model + self.eps).sqrt() * self.weight + self.bias
