"""Your code rounds every score down (`//`, or a rounding mode). Use a single slash."""

import math


def scale_scores(scores, d_k):
    return scores // math.sqrt(d_k)
