"""Your layers attend along the batch, from text to text. The layers of this course take the batch first; torch's own do so only with `batch_first=True`."""

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
        mask = causal_mask(time)
        for layer in self.layers:
            x = layer(x.transpose(0, 1), causal_mask(len(tokens))).transpose(0, 1)
        return F.linear(x, self.words.weight)
