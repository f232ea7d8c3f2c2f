"""Your model keeps the causal mask of its first call, so in a longer text later on the future is not hidden. Make the mask for the length that comes."""

import torch
from torch import nn


class GPT(nn.Module):
    def __init__(self, vocab_size, d_model, n_heads, n_layers, d_ff, max_length, dropout=0.0):
        super().__init__()
        self.embed = TransformerEmbedding(vocab_size, d_model, max_length, dropout)
        self.encoder = Encoder(n_layers, d_model, n_heads, d_ff, dropout)
        self.head = nn.Linear(d_model, vocab_size, bias=False)

    def forward(self, tokens):
        h = self.embed(tokens)
        time = tokens.size(-1)
        if not hasattr(self, "mask"):
            self.mask = causal_mask(time)
        mask = torch.ones(time, time, dtype=torch.bool)
        n = min(time, len(self.mask))
        mask[:n, :n] = self.mask[:n, :n]
        return self.head(self.encoder(h, mask=mask))
