"""Your mask is True for the future. True means may attend: turn it around."""

import torch


def causal_mask(length):
    return torch.ones(length, length, dtype=torch.bool).triu(diagonal=1)
