"""An input longer than max_length begins again with the first positions in your code, so two words share one. Raise a ValueError instead."""

import torch
import torch.nn.functional as F
from torch import nn


class TransformerEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model, max_length=512, dropout=0.0):
        super().__init__()
        self.max_length, self.p = max_length, dropout
        self.lookup = TokenEmbedding(vocab_size, d_model)
        self.register_buffer("pe", sinusoidal_positions(max_length, d_model), persistent=False)

    def forward(self, tokens):
        out = self.lookup(tokens)
        steps = []
        for t in range(tokens.shape[1]):
            steps.append(out[:, t] + self.pe[t % self.max_length])
        return F.dropout(torch.stack(steps, 1), self.p, self.training)
