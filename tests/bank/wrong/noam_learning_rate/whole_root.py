"""Your code takes the root of the step as a whole number, cut off. Use step ** -0.5 as it is."""

import math


def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return d_model**-0.5 * min(1 / math.isqrt(step), step * warmup**-1.5)
