"""Your scores are minus the distance of query and key. A score is their dot product: the larger, the better they fit."""

import torch


def attention_scores(q, k):
    k = k.transpose(-2, -1)
    scores = -torch.cdist(q, k.transpose(-2, -1))
    return scores
