from math import sqrt


def scale_scores(scores, d_k):
    factor = 1.0 / sqrt(d_k)
    return factor * scores
