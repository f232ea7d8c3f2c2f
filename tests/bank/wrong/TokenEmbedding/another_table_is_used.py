"""Your code looks up in another table than `weight`. What is learned must be what is looked up."""

import math

import torch
from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(vocab_size, d_model))
        self.table = nn.Embedding(vocab_size, d_model)
    def forward(self, ids):
        return self.table(ids) * math.sqrt(self.weight.shape[1])
