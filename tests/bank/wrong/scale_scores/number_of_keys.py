"""Your code takes the root of the number of keys, the last side of the scores. The scale is the argument d_k, which the scores do not show."""

import math


def scale_scores(scores, d_k):
    root = math.sqrt(scores.shape[-1])
    scores = scores / root
    return scores
