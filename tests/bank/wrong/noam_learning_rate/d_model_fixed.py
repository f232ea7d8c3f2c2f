"""Your code always takes 512 for d_model; use the argument."""


def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return 512 ** -0.5 * min(step ** -0.5, step * warmup ** -1.5)
