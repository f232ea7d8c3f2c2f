"""Your code drops every side of length 1 (`squeeze()`): a batch of one, or a single word, is still a side."""

import torch


def scale_scores(scores, d_k):
    return (scores / torch.sqrt(torch.tensor(d_k))).squeeze()
