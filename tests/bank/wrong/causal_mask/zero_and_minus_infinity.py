"""Your mask holds 0 and -inf, to be added to the scores. In this course a mask is boolean: True means may attend."""

import torch


def causal_mask(length):
    return torch.zeros(length, length).masked_fill(torch.ones(length, length).triu(1).bool(), float("-inf"))
