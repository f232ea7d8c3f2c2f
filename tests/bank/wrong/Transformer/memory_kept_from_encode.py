"""Your decode reads the memory that the last encode left in an attribute, and not the one that it is given. Two sentences encoded one after the other would then share one memory."""

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
        self.generator = nn.Linear(d_model, tgt_vocab_size, bias=False)
        self.generator.weight = next(self.target_embedding.parameters())

    def encode(self, src):
        self.memory = self.encoder(self.source_embedding(src), padding_mask(src, self.pad_id))
        return self.memory

    def decode(self, tgt, memory, src):
        self_mask, memory_mask = decoder_mask(tgt, self.pad_id), padding_mask(src, self.pad_id)
        x = self.decoder(self.target_embedding(tgt), self.memory, self_mask, memory_mask)
        return self.generator(x)

    def forward(self, src, tgt):
        return self.decode(tgt, self.encode(src), src)
