"""Your code rounds the root down to a whole number, so for d_k = 7 it divides by 2. Keep the fraction."""

import math


def scale_scores(scores, d_k):
    root = math.isqrt(d_k)
    scores = scores / root
    return scores
