import math

import torch
from torch import nn, Tensor


class MultiHeadAttention(nn.Module):
    """Vaswani et al. (2017), section 3.2.2."""

    def __init__(self, d_model: int, n_heads: int, dropout: float = 0.0) -> None:
        super().__init__()
        self.d_head, rest = divmod(d_model, n_heads)
        if rest:
            raise ValueError("d_model must be a multiple of n_heads")
        self.n_heads = n_heads
        self.w_q = nn.Linear(d_model, d_model)
        self.w_k = nn.Linear(d_model, d_model)
        self.w_v = nn.Linear(d_model, d_model)
        self.w_o = nn.Linear(d_model, d_model)
        self.dropout = nn.Dropout(dropout)
        self.register_buffer("scale", torch.tensor(1 / math.sqrt(self.d_head), dtype=torch.float64), persistent=False)

    def _heads(self, x: Tensor) -> Tensor:
        return x.view(x.size(0), x.size(1), self.n_heads, self.d_head).permute(0, 2, 1, 3)

    def forward(self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None = None) -> Tensor:
        q, k, v = self._heads(self.w_q(query)), self._heads(self.w_k(key)), self._heads(self.w_v(value))
        scores = torch.matmul(q * self.scale.item(), k.mT)
        if mask is not None:
            bias = torch.zeros(mask.shape, dtype=scores.dtype).masked_fill(mask.logical_not(), float("-inf"))
            scores = scores + (bias.unsqueeze(1) if bias.dim() == 3 else bias)
        weights = torch.nan_to_num(torch.softmax(scores, dim=-1), nan=0.0)
        self.weights = weights.detach().clone()
        out = torch.matmul(self.dropout(weights), v)
        return self.w_o(out.permute(0, 2, 1, 3).contiguous().view(query.size(0), -1, self.n_heads * self.d_head))
