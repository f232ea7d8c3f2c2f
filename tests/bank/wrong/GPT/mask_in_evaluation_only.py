"""In training mode your model sees the future, in evaluation mode not, as when the mask is given in evaluation only or a norm (BatchNorm) takes its statistics over all positions. No position may see later ones in either mode."""

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
            x = layer(x, None if self.training else mask)
        return F.linear(x, self.words.weight)
