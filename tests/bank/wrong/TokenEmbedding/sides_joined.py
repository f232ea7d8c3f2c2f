"""Your code joins the sides of the ids behind the first and leaves it so; the result has the shape of the ids and one side more."""

from torch import nn


class TokenEmbedding(nn.Embedding):
    def __init__(self, vocab_size, d_model):
        super().__init__(vocab_size, d_model)
        self.weight.data.normal_(0, d_model**-0.5)

    def forward(self, tokens):
        if tokens.dim() > 2:
            tokens = tokens.flatten(1)
        return super().forward(tokens) * self.embedding_dim**0.5
