"""Your code makes infinite scores finite: a score of -inf, which forbids a key, must stay -inf."""

import math

import torch


def scale_scores(scores, d_k):
    return torch.nan_to_num(scores) / math.sqrt(d_k)
