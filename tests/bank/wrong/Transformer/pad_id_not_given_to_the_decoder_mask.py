"""Your decoder's mask does not get pad_id, and takes 0 for padding."""

import torch.nn.functional as F
from torch import nn
import math, copy


class Transformer(nn.Module):
    def __init__(self, src_vocab_size, tgt_vocab_size, d_model=512, n_heads=8, n_layers=6, d_ff=2048,
                 dropout=0.1, max_length=512, pad_id=0):
        super().__init__()
        self.pad_id = pad_id
        self.src_embedding = TransformerEmbedding(src_vocab_size, d_model, max_length, dropout)
        self.tgt_embedding = TransformerEmbedding(tgt_vocab_size, d_model, max_length, dropout)
        self.encoder = Encoder(n_layers, d_model, n_heads, d_ff, dropout)
        self.decoder = Decoder(n_layers, d_model, n_heads, d_ff, dropout)

    def encode(self, src):
        return self.encoder(self.src_embedding(src), padding_mask(src, self.pad_id))

    def decode(self, tgt, memory, src):
        h = self.decoder(self.tgt_embedding(tgt), memory, decoder_mask(tgt), padding_mask(src, self.pad_id))
        table = next(self.tgt_embedding.parameters())
        return F.linear(h, table)

    def forward(self, src, tgt):
        return self.decode(tgt, self.encode(src), src)
