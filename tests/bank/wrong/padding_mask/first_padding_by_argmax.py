"""Your code looks for the first padding with argmax, which says 0 for a sentence that has none, so a full sentence is hidden altogether. Compare every token with pad_id."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens == pad_id
    mask = torch.where(torch.arange(tokens.shape[1]) >= padding.int().argmax(dim=1, keepdim=True), 0, 1)
    mask = mask.bool()
    mask = mask.unsqueeze(1)
    return mask
