"""Without `dropout=` your code still drops entries in training; the default is 0.0, which drops nothing."""

import math

import torch
from torch import nn


def positions_of(length, d_model):
    angles = torch.arange(length).unsqueeze(1) / 10000 ** (torch.arange(0, d_model, 2) / d_model)
    return torch.stack([angles.sin(), angles.cos()], dim=-1).flatten(1)


class TransformerEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model, max_length=512, dropout=0.1):
        super().__init__()
        self.d_model, self.max_length = d_model, max_length
        self.tokens = nn.Embedding(vocab_size, d_model)
        self.register_buffer("positions", positions_of(max_length, d_model))
        self.dropout = nn.Dropout(dropout)

    def forward(self, tokens):
        time = tokens.shape[1]
        if time > self.max_length:
            raise ValueError("too long")
        words = self.tokens(tokens) * math.sqrt(self.d_model)
        return self.dropout(words + self.positions[:time])
