"""Your code takes the root of the number of queries. The scale is the argument d_k, which the scores do not show."""

import math


def scale_scores(scores, d_k):
    root = math.sqrt(scores.shape[-2])
    scores = scores / root
    return scores
