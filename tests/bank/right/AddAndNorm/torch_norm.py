import torch.nn.functional as F
from torch import nn


class AddAndNorm(nn.Module):

    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = nn.LayerNorm(d_model)
        self.p = dropout

    def forward(self, x, sublayer_output):
        return self.norm(x + F.dropout(sublayer_output, self.p, self.training))
