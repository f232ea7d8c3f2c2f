"""Your mask lets a position see the future and hides the past; it should allow the diagonal and what is below it. In the masks of torch's own attention layers, True means hidden."""

import torch
import torch.nn.functional as F
from torch import nn


class GPT(nn.Module):
    def __init__(self, vocab_size, d_model, n_heads, n_layers, d_ff, max_length, dropout=0.0):
        super().__init__()
        self.max_length = max_length
        self.words = TokenEmbedding(vocab_size, d_model)
        self.positions = nn.Embedding(max_length, d_model)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList([EncoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers)])

    def forward(self, tokens):
        time = tokens.shape[1]
        if time > self.max_length:
            raise ValueError(f"{time} tokens are too many")
        x = self.words(tokens) + self.positions.weight[:time]
        x = self.dropout(x)
        mask = causal_mask(time).T
        for layer in self.layers:
            x = layer(x, mask)
        return F.linear(x, self.words.weight)
