"""Your mask is made to be added to scores (0 and -inf); in this course a mask is boolean, True for may attend."""

import torch


def decoder_mask(tokens, pad_id=0):
    time = tokens.shape[1]
    words = tokens != pad_id
    words = words.unsqueeze(1)
    past = torch.ones(time, time, dtype=torch.bool)
    past = past.tril()
    mask = past & words
    return torch.zeros(mask.shape).masked_fill(~mask, -torch.inf)
