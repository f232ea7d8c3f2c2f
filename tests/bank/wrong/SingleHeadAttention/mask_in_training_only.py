"""Your layer uses the mask in training mode only. The mask says who may see whom, in evaluation too."""

import math

from torch import nn


class SingleHeadAttention(nn.Module):
    def __init__(self, d_model, d_head):
        super().__init__()
        self.w_q = nn.Linear(d_model, d_head, bias=False)
        self.w_k = nn.Linear(d_model, d_head, bias=False)
        self.w_v = nn.Linear(d_model, d_head, bias=False)

    def forward(self, x, mask=None):
        if not self.training:
            mask = None
        q, k, v = self.w_q(x), self.w_k(x), self.w_v(x)
        w = attention_weights(attention_scores(q, k) / math.sqrt(q.size(-1)), mask)
        return weighted_sum(w, v), w
