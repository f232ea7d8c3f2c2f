"""Your `__init__` does not call super().__init__() first, so nn.Module is not ready to take layers in."""

from torch import nn


class SingleHeadAttention(nn.Module):
    def __init__(self, d_model, d_head):
        self.w_q = nn.Linear(d_model, d_head, bias=False)
        self.w_k = nn.Linear(d_model, d_head, bias=False)
        self.w_v = nn.Linear(d_model, d_head, bias=False)

    def forward(self, x, mask=None):
        return scaled_dot_product_attention(self.w_q(x), self.w_k(x), self.w_v(x), mask)
