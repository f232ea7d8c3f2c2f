"""In your mask a token sees itself and the one before it. It sees all that came before."""

import torch


def causal_mask(length):
    place = torch.arange(length)
    behind = place[:, None] - place[None, :]
    return (behind >= 0) & (behind <= 1)
