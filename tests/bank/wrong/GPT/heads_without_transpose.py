"""Your heads are cut out by a view without a transpose, so a head gets pieces of several tokens and the mask hides the wrong ones; first (batch, time, heads, d_head), then exchange time and heads."""

import torch
import torch.nn.functional as F
from torch import nn


class Layer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout):
        super().__init__()
        self.n_heads = n_heads
        self.q, self.k, self.v, self.o = (nn.Linear(d_model, d_model) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(d_model), nn.LayerNorm(d_model)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        batch, time, d_model = x.shape
        y = self.norm1(x)
        q, k, v = (one(y).reshape(batch, self.n_heads, time, -1) for one in (self.q, self.k, self.v))
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).reshape(batch, time, d_model)
        x = x + self.dropout(self.o(seen))
        return x + self.dropout(self.feed_forward(self.norm2(x)))


class GPT(nn.Module):
    def __init__(self, vocab_size, d_model, n_heads, n_layers, d_ff, max_length, dropout=0.0):
        super().__init__()
        self.max_length = max_length
        self.words = TokenEmbedding(vocab_size, d_model)
        self.positions = nn.Embedding(max_length, d_model)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList([Layer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers)])

    def forward(self, tokens):
        time = tokens.shape[1]
        if time > self.max_length:
            raise ValueError(f"{time} tokens are too many")
        x = self.words(tokens) + self.positions.weight[:time]
        x = self.dropout(x)
        mask = causal_mask(time)
        for layer in self.layers:
            x = layer(x, mask)
        return F.linear(x, self.words.weight)
