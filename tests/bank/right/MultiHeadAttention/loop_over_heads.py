import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout=0.0):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError("does not divide")
        self.heads = n_heads
        self.width = d_model // n_heads
        for name in ("w_q", "w_k", "w_v", "w_o"):
            setattr(self, name, nn.Linear(d_model, d_model))
        self.attention_dropout = nn.Dropout(p=dropout)
        self.weights = None

    def forward(self, query, key, value, mask=None):
        Q, K, V = self.w_q(query), self.w_k(key), self.w_v(value)
        outputs, weights = [], []
        for i in range(self.heads):
            part = slice(i * self.width, (i + 1) * self.width)
            scores = torch.bmm(Q[..., part], K[..., part].transpose(1, 2)) / self.width**0.5
            w = attention_weights(scores, mask)
            weights.append(w)
            outputs.append(torch.bmm(self.attention_dropout(w), V[..., part]))
        self.weights = torch.stack(weights, dim=1)
        return self.w_o(torch.cat(outputs, dim=-1))
