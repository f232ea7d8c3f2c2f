"""Your heads are reshaped without being transposed back, which mixes the words. Time comes before heads again, then they are joined."""

import torch.nn.functional as F
from torch import nn
import math, copy


class CausalAttention(nn.Module):
    def __init__(self, d_model, n_heads, dropout):
        super().__init__()
        self.n_heads, self.p = n_heads, dropout
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.proj = nn.Linear(d_model, d_model)

    def forward(self, x):
        b, t, d = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.n_heads, d // self.n_heads).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, is_causal=True, dropout_p=self.p if self.training else 0.0)
        return self.proj(y.reshape(b, t, d))

class GPT(nn.Module):
    def __init__(self, vocab_size, d_model, n_heads, n_layers, d_ff, max_length, dropout=0.0):
        super().__init__()
        self.limit = max_length
        self.emb = TokenEmbedding(vocab_size, d_model)
        self.register_buffer("pe", sinusoidal_positions(max_length, d_model))
        self.att = nn.ModuleList(CausalAttention(d_model, n_heads, dropout) for _ in range(n_layers))
        self.ffn = nn.ModuleList(FeedForward(d_model, d_ff, dropout) for _ in range(n_layers))
        self.n = nn.ModuleList(nn.RMSNorm(d_model) for _ in range(2 * n_layers))
        self.do = nn.Dropout(dropout)
        self.lm_head = nn.Linear(d_model, vocab_size)

    def forward(self, tokens):
        if tokens.shape[1] > self.limit:
            raise ValueError("longer than max_length")
        x = self.do(self.emb(tokens) + self.pe[:tokens.shape[1]])
        for i, (a, f) in enumerate(zip(self.att, self.ffn)):
            x = x + self.do(a(self.n[2 * i](x)))
            x = x + self.do(f(self.n[2 * i + 1](x)))
        return self.lm_head(x)
