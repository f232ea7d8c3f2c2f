"""Your code takes the last rows of the table of positions; the first word stands at place 0, so take the first rows."""

from torch import nn


class TransformerEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model, max_length=512, dropout=0.0):
        super().__init__()
        self.tokens = TokenEmbedding(vocab_size, d_model)
        self.register_buffer("positions", sinusoidal_positions(max_length, d_model), persistent=False)
        self.dropout = nn.Dropout(dropout)

    def forward(self, tokens):
        time, max_length = tokens.shape[1], len(self.positions)
        if time > max_length:
            raise ValueError(f"the input has {time} tokens, but max_length is {max_length}")
        return self.dropout(self.tokens(tokens) + self.positions[-time:])
