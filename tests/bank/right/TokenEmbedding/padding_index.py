import math

from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model, padding_idx=0, sparse=False):
        super().__init__()
        self.emb = nn.Embedding(vocab_size, d_model, padding_idx=padding_idx, sparse=sparse)

    @property
    def weight(self):
        return self.emb.weight

    def forward(self, tokens):
        return math.sqrt(self.weight.shape[1]) * self.emb(tokens)
