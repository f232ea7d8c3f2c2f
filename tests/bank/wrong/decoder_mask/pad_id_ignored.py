"""Your code takes token 0 for padding whatever pad_id says."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[1]
    words = tokens != 0
    words = words.unsqueeze(1)
    past = torch.ones(time, time, dtype=torch.bool)
    past = past.tril()
    mask = past & words
    return mask
