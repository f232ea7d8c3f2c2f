"""Your scores are divided by sqrt(d_head) twice; scale them once."""

import math
from torch import nn
import torch.nn.functional as F

class SingleHeadAttention(nn.Module):
    def __init__(self, d_model, d_head):
        super().__init__()
        make = lambda: nn.Linear(d_model, d_head, False)
        self.w_q = make()
        self.w_k = make()
        self.w_v = make()
    def forward(self, x, mask=None):
        q, k, v = (F.linear(x, m.weight) for m in (self.w_q, self.w_k, self.w_v))
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1]) / math.sqrt(q.shape[-1])
        weights = attention_weights(scores, mask=mask)
        return weighted_sum(weights, v), weights
