"""Your rate is twice the paper's (some implementations have a factor here); the formula has none."""


def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return 2 * d_model ** -0.5 * min(step ** -0.5, step * warmup ** -1.5)
