"""Your encoder's mask hides ids smaller than pad_id too, as a comparison with `>` does; these are words. Ask whether a token differs from pad_id."""

import math
import torch
from torch import nn







def positions(n, d):
    i = torch.arange(0, d, 2)
    a = torch.arange(n).unsqueeze(1) / torch.pow(10000, i / d)
    return torch.stack((a.sin(), a.cos()), -1).flatten(1)

class Enc(nn.Module):
    def __init__(self, d, h, f, p):
        super().__init__()
        self.a, self.f = MultiHeadAttention(d, h, p), FeedForward(d, f, p)
        self.n1, self.n2 = AddAndNorm(d, p), AddAndNorm(d, p)
    def forward(self, x, m):
        x = self.n1(x, self.a(x, x, x, m))
        return self.n2(x, self.f(x))

class Dec(nn.Module):
    def __init__(self, d, h, f, p):
        super().__init__()
        self.a, self.c, self.f = MultiHeadAttention(d, h, p), MultiHeadAttention(d, h, p), FeedForward(d, f, p)
        self.n1, self.n2, self.n3 = AddAndNorm(d, p), AddAndNorm(d, p), AddAndNorm(d, p)
    def forward(self, x, memory, m, mm):
        x = self.n1(x, self.a(x, x, x, m))
        x = self.n2(x, self.c(x, memory, memory, mm))
        return self.n3(x, self.f(x))

class Transformer(nn.Module):
    def __init__(self, src_vocab_size, tgt_vocab_size, d_model=512, n_heads=8, n_layers=6, d_ff=2048, dropout=0.1, max_length=512, pad_id=0):
        super().__init__()
        self.src_emb = nn.Embedding(src_vocab_size, d_model)
        self.tgt_emb = nn.Embedding(tgt_vocab_size, d_model)
        self.register_buffer("pos", positions(max_length, d_model))
        self.encoders = nn.ModuleList(Enc(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))
        self.decoders = nn.ModuleList(Dec(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))
        self.out = nn.Linear(d_model, tgt_vocab_size, bias=False)
        self.out.weight = self.tgt_emb.weight
        self.dropout = nn.Dropout(dropout)
        self.d_model, self.pad_id, self.max_length = d_model, pad_id, max_length
    def embed(self, table, tokens):
        t = tokens.shape[1]
        if t > self.max_length:
            raise ValueError("too long")
        return self.dropout(table(tokens) * math.sqrt(self.d_model) + self.pos[:t])
    def encode(self, src):
        mask = (src > self.pad_id).unsqueeze(1)
        x = self.embed(self.src_emb, src)
        for layer in self.encoders:
            x = layer(x, mask)
        return x
    def decode(self, tgt, memory, src):
        t = tgt.shape[1]
        mask = torch.tril(torch.ones(t, t, dtype=torch.bool)) & (tgt != self.pad_id).unsqueeze(1)
        x = self.embed(self.tgt_emb, tgt)
        for layer in self.decoders:
            x = layer(x, memory, mask, (src != self.pad_id).unsqueeze(1))
        return self.out(x)
    def forward(self, src, tgt):
        return self.decode(tgt, self.encode(src), src)
