"""Your code returns nothing, which is None in Python. The last line should be `return` with the result."""

import math


def scale_scores(scores, d_k):
    root = math.sqrt(d_k)
    scores = scores / root
