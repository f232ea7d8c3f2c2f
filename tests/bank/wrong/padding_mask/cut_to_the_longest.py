"""Your code cuts the mask to the longest real sentence. It has an entry for every token, padding included."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens == pad_id
    mask = torch.where(padding, 0, 1)
    mask = mask.bool()
    mask = mask.unsqueeze(1)
    longest = (~padding).sum(dim=1).max()
    return mask[:, :, :longest]
