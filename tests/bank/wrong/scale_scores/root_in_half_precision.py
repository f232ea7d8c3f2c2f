"""Your root is kept in half precision, which has three digits only. Use math.sqrt, or `d_k ** 0.5`."""

import torch

import math


def scale_scores(scores, d_k):
    root = torch.tensor(d_k, dtype=torch.float16).sqrt().item()
    scores = scores / root
    return scores
