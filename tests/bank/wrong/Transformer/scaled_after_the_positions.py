"""Your code multiplies the positions by sqrt(d_model) as well; only the words' vectors are scaled, before the positions are added."""

from torch import nn


class Embedding(nn.Module):
    def __init__(self, vocab_size, d_model, max_length, dropout):
        super().__init__()
        self.tokens = TokenEmbedding(vocab_size, d_model)
        self.register_buffer("positions", sinusoidal_positions(max_length, d_model))
        self.dropout = nn.Dropout(dropout)

    def forward(self, tokens):
        return self.dropout(self.tokens(tokens) + self.positions[: tokens.shape[1]] * self.tokens.weight.shape[1] ** 0.5)


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
        self.source_embedding = Embedding(src_vocab_size, d_model, max_length, dropout)
        self.target_embedding = Embedding(tgt_vocab_size, d_model, max_length, dropout)
        self.encoder = Encoder(n_layers, d_model, n_heads, d_ff, dropout)
        self.decoder = Decoder(n_layers, d_model, n_heads, d_ff, dropout)

    def encode(self, src):
        return self.encoder(self.source_embedding(src), padding_mask(src, self.pad_id))

    def decode(self, tgt, memory, src):
        self_mask, memory_mask = decoder_mask(tgt, self.pad_id), padding_mask(src, self.pad_id)
        x = self.decoder(self.target_embedding(tgt), memory, self_mask, memory_mask)
        table = self.target_embedding.tokens.weight
        return x @ table.T

    def forward(self, src, tgt):
        return self.decode(tgt, self.encode(src), src)
