from torch import nn


class Transformer(nn.Module):
    def __init__(self, src_vocab_size, tgt_vocab_size, d_model=512, n_heads=8, n_layers=6, d_ff=2048, dropout=0.1, max_length=512, pad_id=0, initialise=True):
        super().__init__()
        self.pad_id = pad_id
        stack = dict(n_layers=n_layers, d_model=d_model, n_heads=n_heads, d_ff=d_ff, dropout=dropout)
        embedding = dict(d_model=d_model, max_length=max_length, dropout=dropout)
        self.embeddings = nn.ModuleList([TransformerEmbedding(n, **embedding) for n in (src_vocab_size, tgt_vocab_size)])
        self.stacks = nn.ModuleList([Encoder(**stack), Decoder(**stack)])
        if initialise:
            for one in self.parameters():
                if one.dim() > 1:
                    nn.init.xavier_uniform_(one)
        self.table = next(self.embeddings[1].parameters())

    def masks(self, src, tgt=None):
        padding = padding_mask(src, pad_id=self.pad_id)
        return padding if tgt is None else (decoder_mask(tgt, pad_id=self.pad_id), padding)

    def encode(self, src):
        return self.stacks[0](self.embeddings[0](src), mask=self.masks(src))

    def decode(self, tgt, memory, src):
        self_mask, memory_mask = self.masks(src, tgt)
        x = self.stacks[1](self.embeddings[1](tgt), memory, self_mask=self_mask, memory_mask=memory_mask)
        return x.matmul(self.table.transpose(0, 1))

    def forward(self, src, tgt):
        return self.decode(tgt=tgt, memory=self.encode(src), src=src)
