import math


def scale_scores(scores, d_k):
    root = math.sqrt(d_k)
    scores = scores / root
    return scores
