"""Your code compares the number of sentences with max_length, not their length: `tokens.shape[0]` is the batch, `tokens.shape[1]` the time."""

import torch
from torch import nn


class TransformerEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model, max_length=512, dropout=0.0):
        super().__init__()
        self.max_length = max_length
        self.tokens = TokenEmbedding(vocab_size, d_model)
        self.dropout = nn.Dropout(dropout)
        self.register_buffer("pe", sinusoidal_positions(max_length, d_model))

    def forward(self, tokens):
        if len(tokens) > self.max_length:
            raise ValueError("too long")
        places = torch.arange(tokens.shape[1], device=tokens.device) % self.max_length
        return self.dropout(self.tokens(tokens) + self.pe[places])
