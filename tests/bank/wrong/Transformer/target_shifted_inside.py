"""Your forward shifts the target itself; whoever trains the model shifts it before (lesson 05)."""

import torch
from torch import nn

class Transformer(nn.Module):
    def __init__(self, src_vocab_size, tgt_vocab_size, d_model=512, n_heads=8, n_layers=6, d_ff=2048, dropout=0.1, max_length=512, pad_id=0):
        super().__init__()
        self.pad_id = pad_id
        self.src_embed = TransformerEmbedding(src_vocab_size, d_model, max_length, dropout)
        self.tgt_embed = TransformerEmbedding(tgt_vocab_size, d_model, max_length, dropout)
        self.encoder = Encoder(n_layers, d_model, n_heads, d_ff, dropout)
        self.decoder = Decoder(n_layers, d_model, n_heads, d_ff, dropout)
    def table(self):
        return next(p for p in self.tgt_embed.parameters() if p.dim() == 2)
    def encode(self, src):
        return self.encoder(self.src_embed(src), padding_mask(src, self.pad_id))
    def decode(self, tgt, memory, src):
        h = self.decoder(self.tgt_embed(tgt), memory, decoder_mask(tgt, self.pad_id), padding_mask(src, self.pad_id))
        return h @ self.table().T
    def forward(self, src, tgt):
        tgt = torch.cat([torch.ones_like(tgt[:, :1]), tgt[:, :-1]], 1)
        return self.decode(tgt, self.encode(src), src)
