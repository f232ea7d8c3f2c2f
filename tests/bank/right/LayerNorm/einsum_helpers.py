import torch
from torch import nn


def centred(x):
    return x - torch.einsum("...d->...", x).unsqueeze(-1) / x.size(-1)


class LayerNorm(nn.Module):
    def __init__(self, d_model, eps=1e-5, elementwise_affine=True):
        super().__init__()
        self.register_parameter("weight", nn.Parameter(torch.ones(d_model)))
        self.register_parameter("bias", nn.Parameter(torch.zeros(d_model)))
        self.register_buffer("small", torch.tensor(eps, dtype=torch.float64))

    def forward(self, x):
        x = centred(x)
        power = torch.einsum("...d,...d->...", x, x) / x.size(-1)
        root = (power + self.small.to(x.dtype)).sqrt().unsqueeze(-1)
        return x / root * self.weight + self.bias
