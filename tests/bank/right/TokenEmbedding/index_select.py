import torch
import torch.nn as nn


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model):
        nn.Module.__init__(self)
        self.weight = nn.Parameter(torch.zeros(vocab_size, d_model))
        nn.init.xavier_normal_(self.weight)

    def forward(self, ids):
        flat = torch.index_select(self.weight, 0, ids.reshape(-1))
        return flat.mul(self.weight.size(-1) ** 0.5).view(ids.shape + (-1,))
