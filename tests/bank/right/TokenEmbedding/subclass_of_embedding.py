import math

import torch.nn as nn


class TokenEmbedding(nn.Embedding):
    def __init__(self, vocab_size, d_model, **options):
        super().__init__(vocab_size, d_model, **options)
        nn.init.normal_(self.weight, std=d_model**-0.5)

    def forward(self, tokens):
        return super().forward(tokens) * math.sqrt(self.embedding_dim)
