"""Your embeddings are not multiplied by sqrt(d_model), so the positions weigh too much beside the words (section 3.4)."""

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
        self.source_embedding = nn.Embedding(src_vocab_size, d_model)
        self.target_embedding = nn.Embedding(tgt_vocab_size, d_model)
        self.encoder = Encoder(n_layers, d_model, n_heads, d_ff, dropout)
        self.decoder = Decoder(n_layers, d_model, n_heads, d_ff, dropout)
        self.register_buffer("places", sinusoidal_positions(max_length, d_model), persistent=False)
        self.dropout = nn.Dropout(dropout)

    def encode(self, src):
        return self.encoder(self.dropout(self.source_embedding(src) + self.places[: src.shape[1]]), padding_mask(src, self.pad_id))

    def decode(self, tgt, memory, src):
        self_mask, memory_mask = decoder_mask(tgt, self.pad_id), padding_mask(src, self.pad_id)
        x = self.decoder(self.dropout(self.target_embedding(tgt) + self.places[: tgt.shape[1]]), memory, self_mask, memory_mask)
        (table,) = self.target_embedding.parameters()
        return x @ table.T

    def forward(self, src, tgt):
        return self.decode(tgt, self.encode(src), src)
