import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout, crosses):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(d_model, d_ff), nn.ReLU(), nn.Dropout(dropout), nn.Linear(d_ff, d_model))
        self.crossing = MultiHeadAttention(d_model, n_heads, dropout) if crosses else None
        self.looking = MultiHeadAttention(d_model, n_heads, dropout)
        self.norms = nn.ModuleList(nn.LayerNorm(d_model) for _ in range(3 if crosses else 2))
        self.drop = nn.Dropout(dropout)

    def forward(self, x, mask, memory=None, memory_mask=None):
        norms = iter(self.norms)
        x = next(norms)(x + self.drop(self.looking(x, x, x, mask)))
        if self.crossing is not None:
            x = next(norms)(x + self.drop(self.crossing(x, memory, memory, memory_mask)))
        return next(norms)(x + self.drop(self.net(x)))


class Transformer(nn.Module):
    def __init__(self, src_vocab_size, tgt_vocab_size, d_model=512, n_heads=8, n_layers=6, d_ff=2048, dropout=0.1, max_length=512, pad_id=0):
        super().__init__()
        self.pad_id = pad_id
        self.output_blocks = nn.ModuleList(Block(d_model, n_heads, d_ff, dropout, True) for _ in range(n_layers))
        self.input_blocks = nn.ModuleList(Block(d_model, n_heads, d_ff, dropout, False) for _ in range(n_layers))
        self.words = nn.ModuleDict({"out": TokenEmbedding(tgt_vocab_size, d_model), "in": TokenEmbedding(src_vocab_size, d_model)})
        self.positions = sinusoidal_positions(max_length, d_model)
        self.drop = nn.Dropout(dropout)

    def embed(self, which, tokens):
        return self.drop(self.words[which](tokens) + self.positions[: tokens.shape[1]])

    def encode(self, src):
        x = self.embed("in", src)
        for block in self.input_blocks:
            x = block(x, padding_mask(src, self.pad_id))
        return x

    def decode(self, tgt, memory, src):
        x = self.embed("out", tgt)
        for block in self.output_blocks:
            x = block(x, decoder_mask(tgt, self.pad_id), memory, padding_mask(src, self.pad_id))
        return torch.einsum("btd,vd->btv", x, self.words["out"].weight)

    def forward(self, src, tgt):
        memory = self.encode(src)
        return self.decode(tgt, memory, src)
