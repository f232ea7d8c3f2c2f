"""Your code always warms up for 4,000 steps; use the argument."""


def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return d_model ** -0.5 * min(step ** -0.5, step * 4000 ** -1.5)
