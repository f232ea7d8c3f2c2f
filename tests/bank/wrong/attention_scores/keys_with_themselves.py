"""Your code multiplies the keys with themselves, and takes from the queries only how many rows there are. Row i belongs to query i."""

import torch


def attention_scores(q, k):
    return torch.matmul(k, k.transpose(-2, -1))[..., : q.shape[-2], :]
