"""Your code multiplies by sqrt(d_k), which makes the scores larger still. Divide."""

import math


def scale_scores(scores, d_k):
    root = math.sqrt(d_k)
    scores = scores * root
    return scores
