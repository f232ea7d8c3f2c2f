"""Your mask has its last two sides exchanged: queries come first, then keys."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[1]
    words = tokens != pad_id
    words = words.unsqueeze(2)
    past = torch.ones(time, time, dtype=torch.bool)
    past = past.triu()
    mask = past & words
    return mask
