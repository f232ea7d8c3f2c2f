"""Your code divides by sqrt(d_k) already. That is the next exercise: here the scores are the plain dot products."""

import math


def attention_scores(q, k):
    return q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
