"""Your code hides every id below 4, whatever pad_id is. Only pad_id is padding: <bos>, <eos> and <unk> are tokens like any other."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = (tokens == pad_id) | (tokens < 4)
    mask = torch.where(padding, 0, 1)
    mask = mask.bool()
    mask = mask.unsqueeze(1)
    return mask
