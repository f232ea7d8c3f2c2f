"""Your keys come from w_v, and w_k is never used. Each of the three projections has its own matrix."""

from torch import nn


class SingleHeadAttention(nn.Module):
    def __init__(self, d_model, d_head):
        super().__init__()
        self.w_q = nn.Linear(d_model, d_head, bias=False)
        self.w_k = nn.Linear(d_model, d_head, bias=False)
        self.w_v = nn.Linear(d_model, d_head, bias=False)

    def forward(self, x, mask=None):
        q, k, v = (layer(x) for layer in (self.w_q, self.w_v, self.w_v))
        return scaled_dot_product_attention(q, k, v, mask)
