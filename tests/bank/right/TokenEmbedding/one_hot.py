import torch
from torch import nn
from torch.nn.functional import one_hot


class TokenEmbedding(nn.Module):
    def __init__(self, vocab_size: int, d_model: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.empty(vocab_size, d_model).uniform_(-0.1, 0.1))
        self.register_buffer("scale", torch.tensor(float(d_model)).sqrt())

    def forward(self, tokens: torch.Tensor) -> torch.Tensor:
        rows, _ = self.weight.shape
        picked = one_hot(tokens, rows).to(self.weight.dtype)
        return self.scale * torch.einsum("...v,vd->...d", picked, self.weight)
