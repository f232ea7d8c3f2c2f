from torch import nn


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model):
        super().__init__()
        self.lookup = nn.Embedding(vocab_size, d_model)
        self.factor = d_model**0.5

    def forward(self, x):
        return self.lookup(x) * self.factor
