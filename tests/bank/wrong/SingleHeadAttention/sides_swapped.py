"""Your layers go from d_head to d_model. `nn.Linear` takes the width that comes in first: d_model, then d_head."""

from torch import nn


class SingleHeadAttention(nn.Module):
    def __init__(self, d_model, d_head):
        super().__init__()
        self.w_q = nn.Linear(d_head, d_model, bias=False)
        self.w_k = nn.Linear(d_head, d_model, bias=False)
        self.w_v = nn.Linear(d_head, d_model, bias=False)

    def forward(self, x, mask=None):
        q, k, v = self.w_q(x), self.w_k(x), self.w_v(x)
        return scaled_dot_product_attention(q, k, v, mask)
