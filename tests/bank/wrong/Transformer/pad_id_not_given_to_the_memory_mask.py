"""Your memory mask does not get pad_id, and takes 0 for padding."""

import math

from torch import nn
import math, copy


class Transformer(nn.Module):
    def __init__(self, src_vocab_size, tgt_vocab_size, d_model=512, n_heads=8, n_layers=6, d_ff=2048,
                 dropout=0.1, max_length=512, pad_id=0):
        super().__init__()
        self.scale = math.sqrt(d_model)
        self.pad_id = pad_id
        self.max_length = max_length
        self.src_table = nn.Embedding(src_vocab_size, d_model)
        self.tgt_table = nn.Embedding(tgt_vocab_size, d_model)
        nn.init.normal_(self.src_table.weight, std=d_model ** -0.5)
        nn.init.normal_(self.tgt_table.weight, std=d_model ** -0.5)
        self.register_buffer("positions", sinusoidal_positions(max_length, d_model))
        self.dropout = nn.Dropout(dropout)
        self.encoder = Encoder(n_layers, d_model, n_heads, d_ff, dropout)
        self.decoder = Decoder(n_layers, d_model, n_heads, d_ff, dropout)
        self.projection = nn.Linear(d_model, tgt_vocab_size, bias=False)
        self.projection.weight = self.tgt_table.weight

    def _embed(self, ids, table):
        n = ids.size(1)
        if n > self.max_length:
            raise ValueError(f"{n} tokens, at most {self.max_length}")
        return self.dropout(table(ids) * self.scale + self.positions[:n])

    def encode(self, src):
        x = self._embed(src, self.src_table)
        return self.encoder(x, mask=padding_mask(src, self.pad_id))

    def decode(self, tgt, memory, src):
        x = self._embed(tgt, self.tgt_table)
        x = self.decoder(x, memory, self_mask=decoder_mask(tgt, self.pad_id), memory_mask=padding_mask(src))
        return self.projection(x)

    def forward(self, src, tgt):
        return self.decode(tgt, self.encode(src), src)
