"""Your dropout goes on after .eval(): F.dropout needs `training=self.training`; nn.Dropout knows by itself."""

import torch.nn.functional as F
from torch import nn


class AddAndNorm(nn.Module):

    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, sublayer_output):
        return self.norm(x + F.dropout(sublayer_output, self.dropout.p))
