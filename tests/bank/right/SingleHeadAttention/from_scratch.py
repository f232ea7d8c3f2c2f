import math

import torch
import torch.nn as nn
import torch.nn.functional as F


class SingleHeadAttention(nn.Module):
    def __init__(self, d_model: int, d_head: int):
        super().__init__()
        self.scale = math.sqrt(d_head)
        self.w_v = nn.Linear(in_features=d_model, out_features=d_head, bias=False)
        self.w_k = nn.Linear(in_features=d_model, out_features=d_head, bias=False)
        self.w_q = nn.Linear(in_features=d_model, out_features=d_head, bias=False)
        for layer in (self.w_q, self.w_k, self.w_v):
            nn.init.xavier_uniform_(layer.weight)

    def forward(self, x: torch.Tensor, mask=None):
        batch, time, _ = x.size()
        query, key, value = self.w_q(x), self.w_k(x), self.w_v(x)
        scores = torch.bmm(query, key.transpose(1, 2)) / self.scale
        if mask is not None:
            scores = scores.masked_fill(~mask, -1e9)
        weights = F.softmax(scores, dim=2)
        if mask is not None:
            weights = weights * mask
        return torch.bmm(weights, value), weights
