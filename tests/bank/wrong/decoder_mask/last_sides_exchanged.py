"""Your mask has its last two sides exchanged: queries come first, then keys."""

import torch

def decoder_mask(tokens, pad_id=0):
    t = torch.arange(tokens.shape[1])
    return ((t[None, :] <= t[:, None])[None] & (tokens != pad_id)[:, None, :]).transpose(1, 2)
