"""Your layer keeps a mask for later calls. A call without a mask hides nothing, whatever came before it."""

from torch import nn


class SingleHeadAttention(nn.Module):

    def __init__(self, d_model, d_head):
        super().__init__()
        self.w_q = nn.Linear(d_model, d_head, bias=False)
        self.w_k = nn.Linear(d_model, d_head, bias=False)
        self.w_v = nn.Linear(d_model, d_head, bias=False)
        self.mask = None

    def forward(self, x, mask=None):
        self.mask = self.mask if mask is None else mask
        return scaled_dot_product_attention(self.w_q(x), self.w_k(x), self.w_v(x), self.mask)
