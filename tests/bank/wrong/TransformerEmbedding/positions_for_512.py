"""Your table has 512 positions whatever max_length says, so a longer input that is allowed fails. Make max_length of them."""

from torch import nn


class TransformerEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model, max_length=512, dropout=0.0):
        super().__init__()
        self.token = TokenEmbedding(vocab_size, d_model)
        self.register_buffer("positions", sinusoidal_positions(512, d_model))
        self.dropout = nn.Dropout(dropout)
        self.max_length = max_length

    def forward(self, tokens):
        if tokens.size(1) > self.max_length:
            raise ValueError("too long")
        return self.dropout(self.token(tokens) + self.positions[: tokens.size(1)])
