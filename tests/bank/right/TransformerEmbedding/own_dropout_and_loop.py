import torch
from torch import nn


class TransformerEmbedding(TokenEmbedding):
    def __init__(self, vocab_size, d_model, max_length=512, dropout=0.0):
        super().__init__(vocab_size, d_model)
        self.rate = dropout
        self.register_buffer("columns", sinusoidal_positions(max_length, d_model).T.contiguous())

    def forward(self, tokens):
        assert tokens.dim() == 2
        time = tokens.shape[-1]
        if time not in range(self.columns.shape[1] + 1):
            raise ValueError(f"at most {self.columns.shape[1]} tokens")
        rows = [super(TransformerEmbedding, self).forward(row) + self.columns[:, :time].t() for row in tokens]
        x = torch.stack(rows)
        if not self.training or self.rate == 0:
            return x
        keep = torch.bernoulli(torch.full_like(x, 1 - self.rate))
        return x * keep / (1 - self.rate)
