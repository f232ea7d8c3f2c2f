"""Your code turns the scores into float32. Keep the dtype that came in."""

import math


def scale_scores(scores, d_k):
    root = math.sqrt(d_k)
    scores = scores.float() / root
    return scores
