"""Your mask holds 0 and -inf, to be added to the scores. In this course a mask is boolean: True means may attend."""

import torch


def padding_mask(tokens, pad_id=0):
    return torch.zeros(tokens.shape).masked_fill(tokens == pad_id, -torch.inf).unsqueeze(1)
