"""Your mask is made to be added to scores (0 and -inf); in this course a mask is boolean, True for may attend."""

import torch


def decoder_mask(tokens, pad_id=0):
    allowed = padding_mask(tokens, pad_id) & causal_mask(tokens.shape[1])
    return torch.zeros(allowed.shape).masked_fill(~allowed, -torch.inf)
