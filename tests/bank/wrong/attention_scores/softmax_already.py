"""Your code takes the softmax already. A score is any number: here only the dot products are wanted."""

import torch


def attention_scores(q, k):
    return torch.softmax(q @ k.transpose(-2, -1), dim=-1)
