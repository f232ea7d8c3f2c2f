"""The result is right, but no gradient flows back through your code. Leave out detach, .data, .tolist() and no_grad."""

import math


def scale_scores(scores, d_k):
    root = math.sqrt(d_k)
    scores = scores.detach() / root
    return scores
