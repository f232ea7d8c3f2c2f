"""Your code takes the softmax already. That is the next exercise: here the scores are scaled and nothing else."""

import math

import torch


def scale_scores(scores, d_k):
    root = math.sqrt(d_k)
    scores = scores / root
    return torch.softmax(scores, dim=-1)
