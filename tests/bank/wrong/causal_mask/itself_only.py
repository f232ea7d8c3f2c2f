"""In your mask a token sees itself and nothing else. It also sees everything before it."""

import torch


def causal_mask(length):
    return torch.eye(length, dtype=torch.bool)
