"""Your code turns the keys around in place, so the caller's tensor has another shape afterwards. Methods that end in `_` write into the old tensor; without it they make a new one."""

import torch


def attention_scores(q, k):
    k.transpose_(-2, -1)
    scores = torch.matmul(q, k)
    return scores
