"""The numbers are right, but no gradient reaches the encoder through the memory, as when forward detaches it or runs the encoder under no_grad. So the encoder never learns."""

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
        return self.encoder(self.source_embedding(src), padding_mask(src, self.pad_id))

    def decode(self, tgt, memory, src):
        self_mask, memory_mask = decoder_mask(tgt, self.pad_id), padding_mask(src, self.pad_id)
        x = self.decoder(self.target_embedding(tgt), memory, self_mask, memory_mask)
        (table,) = self.target_embedding.parameters()
        return x @ table.T

    def forward(self, src, tgt):
        return self.decode(tgt, self.encode(src).detach(), src)
