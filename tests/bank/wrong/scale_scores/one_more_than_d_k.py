"""Your code divides by the root of d_k + 1: it is the root of d_k itself that brings the variance to 1."""

import math


def scale_scores(scores, d_k):
    return scores / math.sqrt(d_k + 1)
