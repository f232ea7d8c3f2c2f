import torch
from torch import nn


class Residual(nn.Module):
    def __init__(self, p):
        super().__init__()
        self.drop = nn.Dropout(p)

    def add(self, x, y):
        return torch.stack([x, self.drop(y)]).sum(0)


class AddAndNorm(Residual):
    def __init__(self, d_model, dropout=0.0):
        super().__init__(dropout)
        self.norm = nn.LayerNorm(d_model)

    def forward(self, x, sublayer_output):
        return self.norm(self.add(x, sublayer_output))
