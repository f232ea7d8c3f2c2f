import torch
import torch.nn.functional as F
from torch import nn


def rotate(x, angles):
    a, b = x[..., 0::2], x[..., 1::2]
    return torch.stack([a * angles.cos() - b * angles.sin(), a * angles.sin() + b * angles.cos()], -1).flatten(-2)


class RMSNorm(nn.Module):
    def __init__(self, d):
        super().__init__()
        self.g = nn.Parameter(torch.ones(d))

    def forward(self, x):
        return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + 1e-6) * self.g


class Layer(nn.Module):
    """As in today's models: RMSNorm first, rotary positions, one matrix for q, k and v, SwiGLU."""

    def __init__(self, d_model, n_heads, d_ff, dropout):
        super().__init__()
        self.n_heads = n_heads
        self.norm1, self.norm2 = RMSNorm(d_model), RMSNorm(d_model)
        self.qkv = nn.Linear(d_model, 3 * d_model, bias=False)
        self.proj = nn.Linear(d_model, d_model, bias=False)
        self.gate, self.up = nn.Linear(d_model, d_ff, bias=False), nn.Linear(d_model, d_ff, bias=False)
        self.down = nn.Linear(d_ff, d_model, bias=False)
        self.drop = nn.Dropout(dropout)

    def forward(self, x):
        b, t, d = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(b, t, 3, self.n_heads, -1).permute(2, 0, 3, 1, 4)
        size = q.shape[-1]
        angles = torch.arange(t)[:, None] / 100.0 ** (torch.arange(0, size, 2) / size)
        y = F.scaled_dot_product_attention(rotate(q, angles), rotate(k, angles), v, is_causal=True)
        x = x + self.drop(self.proj(y.transpose(1, 2).reshape(b, t, d)))
        y = self.norm2(x)
        return x + self.drop(self.down(F.silu(self.gate(y)) * self.up(y)))


class GPT(nn.Module):
    def __init__(self, vocab_size, d_model, n_heads, n_layers, d_ff, max_length, dropout=0.0):
        super().__init__()
        self.max_length = max_length
        self.table = nn.Embedding(vocab_size, d_model)
        self.layers = nn.Sequential(*[Layer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers)])
        self.norm = RMSNorm(d_model)

    def forward(self, tokens):
        if tokens.shape[1] > self.max_length:
            raise ValueError(f"at most {self.max_length} tokens")
        return self.norm(self.layers(self.table(tokens))) @ self.table.weight.T
