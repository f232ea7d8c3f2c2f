import torch
import torch.nn.functional as F
from torch import nn


class Network(nn.Module):
    def __init__(self, d_model, d_ff):
        super().__init__()
        self.out_matrix = nn.Parameter(torch.randn(d_ff, d_model) * 0.1)
        self.out_offset = nn.Parameter(torch.zeros(d_model))
        self.in_matrix = nn.Parameter(torch.randn(d_model, d_ff) * 0.1)
        self.in_offset = nn.Parameter(torch.zeros(d_ff))

    def forward(self, x):
        return (x @ self.in_matrix + self.in_offset).relu() @ self.out_matrix + self.out_offset


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.second = LayerNorm(d_model)
        self.first = LayerNorm(d_model)
        self.network = Network(d_model, d_ff)
        self.attend = MultiHeadAttention(d_model, n_heads, dropout)
        self.p = dropout

    def forward(self, x, mask=None):
        after = self.first(x + F.dropout(self.attend(x, x, x, mask), self.p, self.training))
        return self.second(after + F.dropout(self.network(after), self.p, self.training))
