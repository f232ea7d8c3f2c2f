"""In evaluation mode your code goes on counting places where the last call ended: in every call the first word stands at place 0."""

from torch import nn


class TransformerEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model, max_length=512, dropout=0.0):
        super().__init__()
        self.tokens = TokenEmbedding(vocab_size, d_model)
        self.dropout = nn.Dropout(dropout)
        self.register_buffer("pe", sinusoidal_positions(max_length, d_model))
        self.start = 0

    def forward(self, tokens):
        time = tokens.shape[1]
        if time > self.pe.shape[0]:
            raise ValueError("too long")
        if self.training or self.start + time > self.pe.shape[0]:
            self.start = 0
        pe = self.pe[self.start : self.start + time]
        if not self.training:
            self.start += time
        return self.dropout(self.tokens(tokens) + pe)
