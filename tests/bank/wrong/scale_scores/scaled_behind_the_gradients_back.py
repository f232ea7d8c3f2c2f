"""Your code scales `.data`, which the gradient does not see: the values are right, their gradient is not scaled."""

import math


def scale_scores(scores, d_k):
    out = scores.clone()
    out.data = out.data / math.sqrt(d_k)
    return out
