"""Your feed-forward has no activation: two linear layers in a row are no more than one. Put a ReLU or GELU between them."""

import torch
import torch.nn.functional as F
from torch import nn


class Layer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.norm1, self.norm2 = nn.LayerNorm(d_model), nn.LayerNorm(d_model)
        self.linear1, self.linear2 = nn.Linear(d_model, d_ff), nn.Linear(d_ff, d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        x = x + self.dropout(self.attention(*[self.norm1(x)] * 3, mask))
        return x + self.dropout(self.linear2(self.linear1(self.norm2(x))))


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
