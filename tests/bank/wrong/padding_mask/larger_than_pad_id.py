"""Your code takes only ids above pad_id for words. Any id but pad_id is a word: use !=."""

import torch


def padding_mask(tokens, pad_id=0):
    padding = tokens <= pad_id
    mask = torch.where(padding, 0, 1)
    mask = mask.bool()
    mask = mask.unsqueeze(1)
    return mask
