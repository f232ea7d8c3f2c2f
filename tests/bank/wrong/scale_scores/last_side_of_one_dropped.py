"""Your code drops the last side where its length is 1 (`squeeze(-1)`): the result keeps every side."""

import torch


def scale_scores(scores, d_k):
    return (scores / torch.sqrt(torch.tensor(d_k))).squeeze(-1)
