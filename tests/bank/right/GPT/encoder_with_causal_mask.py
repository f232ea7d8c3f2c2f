import torch
from torch import nn


class GPT(nn.Module):
    def __init__(self, vocab_size, d_model, n_heads, n_layers, d_ff, max_length, dropout=0.0):
        super().__init__()
        self.embed = TransformerEmbedding(vocab_size, d_model, max_length, dropout)
        self.body = Encoder(n_layers, d_model, n_heads, d_ff, dropout)
        self.out = nn.Linear(d_model, vocab_size)

    def forward(self, tokens):
        return self.out(self.body(self.embed(tokens), causal_mask(tokens.size(1))))
