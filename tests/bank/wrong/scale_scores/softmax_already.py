"""Your code takes the softmax already. That is the next exercise: here the scores are scaled and nothing else."""

import math

import torch


def scale_scores(scores, d_k):
    return torch.softmax(scores / math.sqrt(d_k), dim=-1)
