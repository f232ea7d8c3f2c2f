"""Your masks of the source take 0 for padding; the model's pad_id may be another."""

from torch import nn


class Transformer(nn.Module):
    def __init__(self, src_vocab_size, tgt_vocab_size, d_model=512, n_heads=8, n_layers=6, d_ff=2048, dropout=0.1, max_length=512, pad_id=0):
        super().__init__()
        self.pad_id = pad_id
        self.src_embed = TransformerEmbedding(src_vocab_size, d_model, max_length, dropout)
        self.tgt_embed = TransformerEmbedding(tgt_vocab_size, d_model, max_length, dropout)
        self.encoder = Encoder(n_layers, d_model, n_heads, d_ff, dropout)
        self.decoder = Decoder(n_layers, d_model, n_heads, d_ff, dropout)

    def encode(self, src):
        return self.encoder(self.src_embed(src), padding_mask(src))

    def decode(self, tgt, memory, src):
        x = self.decoder(self.tgt_embed(tgt), memory, decoder_mask(tgt, self.pad_id), padding_mask(src))
        (table,) = self.tgt_embed.parameters()
        return x @ table.T

    def forward(self, src, tgt):
        return self.decode(tgt, self.encode(src), src)
