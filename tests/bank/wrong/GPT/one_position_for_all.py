"""Your model cannot tell the order of what came before: no position is added to a token, or the same one to all; token t gets row t."""

import torch
from torch import nn

class Block(nn.Module):
    def __init__(self, d, h, f, p):
        super().__init__()
        self.ln1, self.ln2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.attn = nn.MultiheadAttention(d, h, dropout=p, batch_first=True)
        self.mlp = nn.Sequential(nn.Linear(d, f), nn.GELU(), nn.Linear(f, d), nn.Dropout(p))
    def forward(self, x, blocked):
        h = self.ln1(x)
        x = x + self.attn(h, h, h, attn_mask=blocked, need_weights=False)[0]
        return x + self.mlp(self.ln2(x))
class GPT(nn.Module):
    def __init__(self, vocab_size, d_model, n_heads, n_layers, d_ff, max_length, dropout=0.0):
        super().__init__()
        self.wte, self.wpe = nn.Embedding(vocab_size, d_model), nn.Embedding(max_length, d_model)
        self.drop = nn.Dropout(dropout)
        self.h = nn.ModuleList(Block(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))
        self.ln_f = nn.LayerNorm(d_model)
        self.lm_head = nn.Linear(d_model, vocab_size, bias=False)
        self.lm_head.weight = self.wte.weight
    def forward(self, tokens):
        t = tokens.shape[1]
        if t > self.wpe.num_embeddings:
            raise ValueError("too long")
        x = self.drop(self.wte(tokens) + self.wpe.weight[0])
        blocked = torch.ones(t, t, dtype=torch.bool).triu(1)
        for block in self.h:
            x = block(x, blocked)
        return self.lm_head(self.ln_f(x))
