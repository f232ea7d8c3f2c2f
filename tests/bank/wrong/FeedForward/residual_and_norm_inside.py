"""Your network adds x and normalises by itself. That is the work of Add & Norm, the next exercise: here it is linear1, ReLU, linear2 and nothing else."""

import torch.nn.functional as F
from torch import nn


class FeedForward(nn.Module):
    """Position-wise feed-forward layer."""

    def __init__(self, d_model, d_ff, dropout=0.0):
        super().__init__()
        self.linear1 = nn.Linear(d_model, d_ff)
        self.linear2 = nn.Linear(d_ff, d_model)
        self.layer_norm = nn.LayerNorm(d_model, eps=1e-6)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        residual = x
        x = self.linear2(self.dropout(F.relu(self.linear1(x))))
        x = x + residual
        return self.layer_norm(x)
