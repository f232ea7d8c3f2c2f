"""In evaluation mode your model returns the logits of the last position alone. They are wanted for every position: (batch, time, vocab_size)."""

import torch
from torch import nn

class GPT(nn.Module):
    def __init__(self, vocab_size, d_model, n_heads, n_layers, d_ff, max_length, dropout=0.0):
        super().__init__()
        self.max_length = max_length
        self.words = nn.Embedding(vocab_size, d_model)
        self.positions = nn.Embedding(max_length, d_model)
        self.dropout = nn.Dropout(dropout)
        self.blocks = Encoder(n_layers, d_model, n_heads, d_ff, dropout)
        self.head = nn.Linear(d_model, vocab_size, bias=False)

    def forward(self, tokens):
        time = tokens.shape[1]
        if time > self.max_length:
            raise ValueError("text too long")
        x = self.dropout(self.words(tokens) + self.positions(torch.arange(time, device=tokens.device)))
        x = self.blocks(x, causal_mask(time))
        if not self.training:
            x = x[:, [-1], :]
        return self.head(x)
