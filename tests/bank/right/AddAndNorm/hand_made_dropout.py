import torch
from torch import nn


class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.dropout = dropout
        self.norm = LayerNorm(d_model)

    def forward(self, x, sublayer_output):
        if self.training and self.dropout:
            keep = torch.rand_like(sublayer_output) > self.dropout
            sublayer_output = torch.where(keep, sublayer_output / (1 - self.dropout), 0.0)
        total = x.clone()
        total += sublayer_output
        return self.norm(total)
