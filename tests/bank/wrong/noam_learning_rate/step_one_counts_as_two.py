"""Your code treats step 1 as step 2; only step 0 is special: it counts as 1."""


def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 2)
    return d_model ** -0.5 * min(step ** -0.5, step * warmup ** -1.5)
