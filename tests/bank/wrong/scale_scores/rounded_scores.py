"""Your code divides with //, which rounds every score down. Use a single slash."""

import math


def scale_scores(scores, d_k):
    return scores // math.sqrt(d_k)
