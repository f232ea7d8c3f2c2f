"""Your powers lack brackets: Python reads `x ** -1 / 2` as (x ** -1) / 2. Write the power as -0.5, or put brackets around -1 / 2."""


def noam_learning_rate(step, d_model=512, warmup=4000):
    step = step or 1
    return d_model**-1 / 2 * min(step**-1 / 2, step * warmup**-3 / 2)
