"""Your code sets the logit of the padding to a huge negative number: a logit is the product of the result with the word's embedding, for every word."""

import torch

from torch import nn


class Transformer(nn.Module):
    def __init__(
        self,
        src_vocab_size,
        tgt_vocab_size,
        d_model=512,
        n_heads=8,
        n_layers=6,
        d_ff=2048,
        dropout=0.1,
        max_length=512,
        pad_id=0,
    ):
        super().__init__()
        self.pad_id = pad_id
        self.source_embedding = TransformerEmbedding(src_vocab_size, d_model, max_length, dropout)
        self.target_embedding = TransformerEmbedding(tgt_vocab_size, d_model, max_length, dropout)
        self.encoder = Encoder(n_layers, d_model, n_heads, d_ff, dropout)
        self.decoder = Decoder(n_layers, d_model, n_heads, d_ff, dropout)

    def encode(self, src):
        mask = padding_mask(src, self.pad_id)
        return self.encoder(self.source_embedding(src), mask)

    def decode(self, tgt, memory, src):
        memory_mask = padding_mask(src, self.pad_id)
        x = self.decoder(self.target_embedding(tgt), memory, decoder_mask(tgt, self.pad_id), memory_mask)
        (table,) = self.target_embedding.parameters()
        logits = x @ table.T
        never = torch.arange(len(table), device=x.device) == self.pad_id
        return logits.masked_fill(never, -1e9)

    def forward(self, src, tgt):
        return self.decode(tgt, self.encode(src), src)
