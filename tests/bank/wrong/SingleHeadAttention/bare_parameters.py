"""Your matrices are bare tensors or parameters. Use an nn.Linear for each, so that later lessons find w_q.weight."""

import torch
from torch import nn


class SingleHeadAttention(nn.Module):
    def __init__(self, d_model, d_head):
        super().__init__()
        self.w_q = nn.Parameter(torch.randn(d_model, d_head))
        self.w_k = nn.Parameter(torch.randn(d_model, d_head))
        self.w_v = nn.Parameter(torch.randn(d_model, d_head))

    def forward(self, x, mask=None):
        q, k, v = x @ self.w_q, x @ self.w_k, x @ self.w_v
        return scaled_dot_product_attention(q, k, v, mask)
