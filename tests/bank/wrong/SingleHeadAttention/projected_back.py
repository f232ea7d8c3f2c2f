"""Your head has a fourth layer, back to d_model. It belongs to the several heads of lesson 03; a single head returns what is d_head wide."""

from torch import nn


class SingleHeadAttention(nn.Module):
    def __init__(self, d_model, d_head):
        super().__init__()
        self.w_q = nn.Linear(d_model, d_head, bias=False)
        self.w_k = nn.Linear(d_model, d_head, bias=False)
        self.w_v = nn.Linear(d_model, d_head, bias=False)
        self.w_o = nn.Linear(d_head, d_model, bias=False)

    def forward(self, x, mask=None):
        output, weights = scaled_dot_product_attention(self.w_q(x), self.w_k(x), self.w_v(x), mask)
        return self.w_o(output), weights
