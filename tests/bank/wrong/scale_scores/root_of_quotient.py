"""Your code takes the root of the scores too, which is NaN for negative ones. Only d_k stands under the root."""

import torch


def scale_scores(scores, d_k):
    return torch.sqrt(scores / d_k)
