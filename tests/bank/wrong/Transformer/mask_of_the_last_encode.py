"""Your decode masks the source by what the last call of encode saw. Make the mask from the src that decode is given."""

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
        self.src_mask = padding_mask(src, self.pad_id)
        return self.encoder(self.src_embed(src), self.src_mask)

    def decode(self, tgt, memory, src):
        x = self.decoder(self.tgt_embed(tgt), memory, decoder_mask(tgt, self.pad_id), self.src_mask)
        (table,) = self.tgt_embed.parameters()
        return x @ table.T

    def forward(self, src, tgt):
        return self.decode(tgt, self.encode(src), src)
