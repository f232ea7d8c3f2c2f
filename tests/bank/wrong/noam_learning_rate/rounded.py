"""Your code rounds the rate to six digits after the point, and rates are so small that much is lost. Return it as it is."""


def noam_learning_rate(step, d_model=512, warmup=4000):
    step = step or 1
    return round(d_model**-0.5 * min(step**-0.5, step * warmup**-1.5), 6)
