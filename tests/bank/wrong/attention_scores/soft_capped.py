"""Your code bends large scores towards a bound (tanh), as some later models do. A score is the dot product, as large as it comes."""

import torch


def attention_scores(q, k, cap=50.0):
    s = q @ k.transpose(-2, -1)
    return cap * torch.tanh(s / cap)
