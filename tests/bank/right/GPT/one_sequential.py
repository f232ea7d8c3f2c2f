import copy

import torch
from torch import nn


class Masked(nn.Module):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer

    def forward(self, x):
        return self.layer(x, torch.ones(x.shape[1], x.shape[1]).tril() == 1)


class GPT(nn.Module):
    """Everything in one nn.Sequential, layers copied from one prototype, the mask made anew each time."""

    def __init__(self, vocab_size, d_model, n_heads, n_layers, d_ff, max_length, dropout=0.0, bias=True):
        super().__init__()
        prototype = Masked(EncoderLayer(d_model, n_heads, d_ff, dropout))
        self.net = nn.Sequential(
            TransformerEmbedding(vocab_size, d_model, max_length, dropout),
            *[copy.deepcopy(prototype) for _ in range(n_layers)],
            nn.LayerNorm(d_model),
            nn.Linear(d_model, vocab_size, bias=bias),
        )

    def forward(self, tokens):
        return self.net(tokens)
