"""Your dropout falls on whole tokens: one draw for all numbers of a token. nn.Dropout draws for each number."""

import torch
from torch import nn
from torch.nn import functional as F

class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = nn.LayerNorm(d_model)
        self.dropout = dropout

    def forward(self, x, sublayer_output):
        keep = F.dropout(torch.ones_like(sublayer_output[..., :1]), self.dropout, self.training)
        return self.norm(x + sublayer_output * keep)
