"""Your code looks for the first padding with argmax, which says 0 for a sentence that has none, so a full sentence is hidden altogether. Compare every token with pad_id."""

import torch


def padding_mask(tokens, pad_id=0):
    first_pad = (tokens == pad_id).int().argmax(dim=1, keepdim=True)
    return (torch.arange(tokens.size(1), device=tokens.device) < first_pad).unsqueeze(1)
