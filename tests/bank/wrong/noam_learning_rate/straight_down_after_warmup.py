"""After the warm-up your rate falls in a straight line to 0: it should fall with one over the square root of the step."""


def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return d_model**-0.5 * min(warmup**-0.5 * max(0.0, (10 * warmup - step) / (9 * warmup)), step * warmup**-1.5)
