"""Only your first head masks its scores; in the others forbidden weights become 0 after the softmax, so the allowed ones no longer sum to one. Mask the scores of every head."""

import math
import torch
from torch import nn
import torch.nn.functional as F

class MultiHeadAttention(nn.Module):
    def __init__(self, d_model: int, n_heads: int, dropout: float = 0.0, bias: bool = True):
        super(MultiHeadAttention, self).__init__()
        self.d_head, rest = divmod(d_model, n_heads)
        if rest:
            raise ValueError(f"{d_model} is not divisible by {n_heads}")
        self.n_heads, self.p = n_heads, dropout
        for name in "qkvo":
            self.add_module(f"w_{name}", nn.Linear(d_model, d_model, bias=bias))
    def forward(self, query, key, value, mask=None):
        Q, K, V = self.w_q(query), self.w_k(key), self.w_v(value)
        outputs, weights = [], []
        for h in range(self.n_heads):
            cut = slice(h * self.d_head, (h + 1) * self.d_head)
            scores = Q[..., cut] @ K[..., cut].transpose(-2, -1) / math.sqrt(self.d_head)
            if mask is not None and h == 0:
                scores = torch.where(mask, scores, torch.tensor(-1e30, dtype=scores.dtype))
            w = torch.softmax(scores, dim=-1)
            if mask is not None:
                w = w * mask
            weights.append(w)
            outputs.append(F.dropout(w, self.p, self.training) @ V[..., cut])
        self.weights = torch.stack(weights, 1).detach()
        return self.w_o(torch.cat(outputs, -1))
