"""Your code exchanges d_model and warmup in the formula."""


def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return warmup ** -0.5 * min(step ** -0.5, step * d_model ** -1.5)
