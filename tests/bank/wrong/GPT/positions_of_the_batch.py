"""Your positions count the texts of the batch and not the places in a text. Count along time, the second side of the tokens."""

import torch
from torch import nn

class GPT(nn.Module):
    def __init__(self, vocab_size, d_model, n_heads, n_layers, d_ff, max_length, dropout=0.0):
        super().__init__()
        self.max_length = max_length
        self.words = nn.Embedding(vocab_size, d_model)
        pe = sinusoidal_positions(max(max_length, 1024), d_model)
        self.register_buffer("pe", pe.unsqueeze(1))
        self.dropout = nn.Dropout(dropout)
        self.blocks = Encoder(n_layers, d_model, n_heads, d_ff, dropout)

    def forward(self, tokens):
        if tokens.shape[1] > self.max_length:
            raise ValueError("text too long")
        x = self.words(tokens)
        x = self.dropout(x + self.pe[: x.size(0)].to(x))
        return self.blocks(x, causal_mask(tokens.shape[1])) @ self.words.weight.T
