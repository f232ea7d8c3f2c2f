"""Your code scales the scores and takes the softmax already. Those are the next exercises: here the scores are the plain dot products."""

import math

import torch


def attention_scores(q, k):
    return torch.softmax(q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1]), dim=-1)
