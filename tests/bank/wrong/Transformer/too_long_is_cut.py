"""Your model silently cuts a sentence that is too long, so logits are missing. Let the embedding raise its ValueError."""

from torch import nn


class Transformer(nn.Module):
    def __init__(
        self, src_vocab_size, tgt_vocab_size, d_model=512, n_heads=8, n_layers=6, d_ff=2048,
        dropout=0.1, max_length=512, pad_id=0,
    ):
        super().__init__()
        self.pad_id = pad_id
        self.max_length = max_length
        self.source_embedding = TransformerEmbedding(src_vocab_size, d_model, max_length, dropout)
        self.target_embedding = TransformerEmbedding(tgt_vocab_size, d_model, max_length, dropout)
        self.encoder = Encoder(n_layers, d_model, n_heads, d_ff, dropout)
        self.decoder = Decoder(n_layers, d_model, n_heads, d_ff, dropout)

    def encode(self, src):
        src = src[:, : self.max_length]
        return self.encoder(self.source_embedding(src), padding_mask(src, self.pad_id))

    def decode(self, tgt, memory, src):
        tgt, src = tgt[:, : self.max_length], src[:, : self.max_length]
        x = self.target_embedding(tgt)
        x = self.decoder(x, memory, decoder_mask(tgt, self.pad_id), padding_mask(src, self.pad_id))
        (table,) = self.target_embedding.parameters()
        return x @ table.T

    def forward(self, src, tgt):
        return self.decode(tgt, self.encode(src), src)
