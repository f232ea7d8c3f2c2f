import math
import torch
import torch.nn.functional as F
from torch import nn


class Embed(nn.Module):
    def __init__(self, words, width, longest, dropout):
        super().__init__()
        self.table = nn.Embedding(words, width)
        nn.init.normal_(self.table.weight, std=width**-0.5)
        self.register_buffer("places", sinusoidal_positions(longest, width))
        self.drop = nn.Dropout(dropout)

    def forward(self, ids):
        x = self.table(ids) * math.sqrt(self.table.embedding_dim)
        return self.drop(x + self.places[: ids.size(1)].to(x.dtype))


class Transformer(nn.Module):
    def __init__(self, src_vocab_size, tgt_vocab_size, d_model=512, n_heads=8, n_layers=6, d_ff=2048, dropout=0.1, max_length=512, pad_id=0):
        super().__init__()
        sizes = (n_layers, d_model, n_heads, d_ff, dropout)
        self.dec, self.enc = Decoder(*sizes), Encoder(*sizes)
        self.tgt = Embed(tgt_vocab_size, d_model, max_length, dropout)
        self.src = Embed(src_vocab_size, d_model, max_length, dropout)
        self.pad = pad_id

    def encode(self, src):
        return self.enc(self.src(src), (src != self.pad)[:, None, :])

    def decode(self, tgt, memory, src):
        seen = torch.ones(tgt.size(1), tgt.size(1), dtype=torch.bool).tril() & (tgt != self.pad)[:, None, :]
        y = self.dec(self.tgt(tgt), memory, seen, (src != self.pad)[:, None, :])
        return F.linear(y, self.tgt.table.weight)

    def forward(self, src, tgt):
        return self.decode(tgt, self.encode(src), src)
