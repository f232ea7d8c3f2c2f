"""Your code turns x to (time, batch, d_model), so each word attends to the same place of the other sentences. Here the batch comes first, and attention runs over time."""

from torch import nn


class SingleHeadAttention(nn.Module):
    def __init__(self, d_model, d_head):
        super().__init__()
        self.w_q = nn.Linear(d_model, d_head, bias=False)
        self.w_k = nn.Linear(d_model, d_head, bias=False)
        self.w_v = nn.Linear(d_model, d_head, bias=False)

    def forward(self, x, mask=None):
        x = x.transpose(0, 1)
        output, weights = scaled_dot_product_attention(self.w_q(x), self.w_k(x), self.w_v(x), mask)
        return output.transpose(0, 1), weights
