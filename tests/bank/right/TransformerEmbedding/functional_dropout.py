import torch
import torch.nn.functional as F
from torch import nn


class TransformerEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model, max_length=512, dropout=0.0, pad_id=0):
        super().__init__()
        self.table = nn.Parameter(torch.randn(vocab_size, d_model) * d_model**-0.5)
        self.register_buffer("where", sinusoidal_positions(max_length, d_model).double())
        self.p, self.limit = dropout, max_length

    def forward(self, ids):
        batch, time = ids.shape
        if time > self.limit:
            raise ValueError("longer than max_length")
        places = torch.arange(time, device=ids.device).expand(batch, time)
        x = F.embedding(ids, self.table) * self.table.shape[1] ** 0.5
        x = x + F.embedding(places, self.where).to(x.dtype)
        return F.dropout(x, p=self.p, training=self.training)
