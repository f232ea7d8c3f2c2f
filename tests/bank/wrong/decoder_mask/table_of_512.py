"""Your causal half is cut from a table of fixed size, so longer sentences fail. Make it for the length that comes."""

import torch

BLOCK_SIZE = 512
_CAUSAL = torch.tril(torch.ones(BLOCK_SIZE, BLOCK_SIZE, dtype=torch.bool)).view(1, BLOCK_SIZE, BLOCK_SIZE)


def decoder_mask(tokens, pad_id=0):
    T = tokens.size(1)
    return _CAUSAL[:, :T, :T] & (tokens != pad_id).unsqueeze(1)
