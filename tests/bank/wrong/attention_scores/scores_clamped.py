"""Your code cuts scores off at a bound. A score may be of any size; softmax copes with large ones."""

import torch


def attention_scores(q, k):
    return torch.einsum("...id,...jd->...ij", q, k).clamp(-50.0, 50.0)
