import math

import torch
from torch import Tensor, nn


class PositionalEncoding(nn.Module):
    def __init__(self, d_model: int, dropout: float, max_len: int):
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        position = torch.arange(max_len).unsqueeze(1)
        div_term = torch.exp(torch.arange(0, d_model, 2) * (-math.log(10000.0) / d_model))
        pe = torch.zeros(max_len, 1, d_model)
        pe[:, 0, 0::2] = torch.sin(position * div_term)
        pe[:, 0, 1::2] = torch.cos(position * div_term)
        self.register_buffer("pe", pe, persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        if x.size(1) > self.pe.size(0):
            raise ValueError("sequence too long")
        return self.dropout(x + self.pe[: x.size(1)].transpose(0, 1))


class TransformerEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model, max_length=512, dropout=0.0):
        super().__init__()
        self.lut = nn.Embedding(vocab_size, d_model)
        self.pos = PositionalEncoding(d_model, dropout, max_length)
        self.d_model = d_model

    def forward(self, tokens):
        return self.pos(self.lut(tokens) * math.sqrt(self.d_model))
