"""In evaluation mode your head also attends to words of an earlier call: keys or values are kept from one call to the next. Every call stands for itself; a cache belongs to the loop that decodes (lesson 05)."""

import torch
from torch import nn


class SingleHeadAttention(nn.Module):
    def __init__(self, d_model, d_head):
        super().__init__()
        self.w_q, self.w_k, self.w_v = [nn.Linear(d_model, d_head, bias=False) for _ in range(3)]
        self.past = None

    def forward(self, x, mask=None):
        q, k, v = self.w_q(x), self.w_k(x), self.w_v(x)
        if not self.training and mask is None:
            if self.past is not None and self.past[0].shape[0] == x.shape[0]:
                k = torch.cat([self.past[0], k], dim=1)
                v = torch.cat([self.past[1], v], dim=1)
            self.past = (k.detach(), v.detach())
        return scaled_dot_product_attention(q, k, v, mask)
