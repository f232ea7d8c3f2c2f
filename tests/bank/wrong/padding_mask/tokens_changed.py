"""The result is right, but your code changes the tokens it was given. Work on a new tensor."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens == pad_id
    mask = torch.where(padding, 0, 1)
    mask = mask.bool()
    mask = mask.unsqueeze(1)
    tokens.masked_fill_(padding, -1)
    return mask
