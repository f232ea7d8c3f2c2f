"""Your code takes the root twice. Once is enough: sqrt(d_k)."""

import math


def scale_scores(scores, d_k):
    root = math.sqrt(math.sqrt(d_k))
    scores = scores / root
    return scores
