"""Your head hides the future also where no mask is given; without a mask every word sees every word."""

import math
import torch
from torch import nn

class SingleHeadAttention(nn.Module):
    def __init__(self, d_model: int, d_head: int, dropout: float = 0.0):
        super().__init__()
        self.w_q, self.w_k, self.w_v = (nn.Linear(in_features=d_model, out_features=d_head, bias=False) for _ in range(3))
        self.scale = d_head ** -0.5
        self.dropout = nn.Dropout(dropout)
    def _weights(self, q, k, mask):
        logits = torch.einsum("...id,...jd->...ij", q, k).mul(self.scale)
        if mask is None:
            return logits.softmax(dim=-1)
        logits = logits.masked_fill(mask == 0, -math.inf)
        return logits.softmax(dim=-1).nan_to_num()
    def forward(self, x, mask=None):
        mask = torch.ones(x.shape[-2], x.shape[-2], dtype=torch.bool).tril() if mask is None else mask
        w = self._weights(self.w_q(x), self.w_k(x), mask)
        return self.dropout(w) @ self.w_v(x), w
