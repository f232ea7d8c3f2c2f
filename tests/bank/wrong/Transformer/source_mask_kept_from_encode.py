"""Your decode uses the source mask that the last encode left in an attribute. Make it from the src that decode is given: the last encode may have seen other sentences."""

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
        self.memory_mask = None
        self.source_embedding = TransformerEmbedding(src_vocab_size, d_model, max_length, dropout)
        self.target_embedding = TransformerEmbedding(tgt_vocab_size, d_model, max_length, dropout)
        self.encoder = Encoder(n_layers, d_model, n_heads, d_ff, dropout)
        self.decoder = Decoder(n_layers, d_model, n_heads, d_ff, dropout)
        self.generator = nn.Linear(d_model, tgt_vocab_size, bias=False)
        self.generator.weight = next(self.target_embedding.parameters())

    def encode(self, src):
        self.memory_mask = padding_mask(src, self.pad_id)
        return self.encoder(self.source_embedding(src), self.memory_mask)

    def decode(self, tgt, memory, src):
        self_mask = decoder_mask(tgt, self.pad_id)
        x = self.decoder(self.target_embedding(tgt), memory, self_mask, self.memory_mask)
        return self.generator(x)

    def forward(self, src, tgt):
        return self.decode(tgt, self.encode(src), src)
