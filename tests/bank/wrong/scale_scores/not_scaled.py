"""Your code returns the scores as they came. Divide them by sqrt(d_k)."""

import math


def scale_scores(scores, d_k):
    root = math.sqrt(d_k)
    return scores
