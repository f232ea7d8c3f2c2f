"""Your causal half is cut from a table of fixed size, so longer sentences fail. Make it for the length that comes."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[1]
    words = tokens != pad_id
    words = words.unsqueeze(1)
    past = torch.ones(512, 512, dtype=torch.bool)[:time, :time]
    past = past.tril()
    mask = past & words
    return mask
