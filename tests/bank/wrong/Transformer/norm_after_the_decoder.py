"""Your code normalises once more after the decoder; its last layer has done that, and the paper's figure has no norm there."""

import torch
from torch import nn
import torch.nn.functional as F


class Transformer(nn.Module):
    def __init__(self, src_vocab_size, tgt_vocab_size, d_model=512, n_heads=8, n_layers=6, d_ff=2048,
                 dropout=0.1, max_length=512, pad_id=0):
        super().__init__()
        self.pad_id = pad_id
        stack = (n_layers, d_model, n_heads, d_ff, dropout)
        self.encoder, self.decoder, self.norm = Encoder(*stack), Decoder(*stack), LayerNorm(d_model)
        self.src_embed = TransformerEmbedding(src_vocab_size, d_model, max_length, dropout)
        self.tgt_embed = TransformerEmbedding(tgt_vocab_size, d_model, max_length, dropout)

    def generator(self, x):
        return F.linear(x, next(self.tgt_embed.parameters()))

    def encode(self, src):
        src_mask = (src != self.pad_id).unsqueeze(-2)
        return self.encoder(self.src_embed(src), src_mask)

    def decode(self, tgt, memory, src):
        src_mask = (src != self.pad_id).unsqueeze(-2)
        tgt_mask = (tgt != self.pad_id).unsqueeze(-2) & causal_mask(tgt.size(-1)).to(tgt.device)
        return self.generator(self.norm(self.decoder(self.tgt_embed(tgt), memory, tgt_mask, src_mask)))

    def forward(self, src, tgt):
        return self.decode(tgt, self.encode(src), src)
