"""Your default for warmup is not the 4000 steps of the paper."""


def noam_learning_rate(step, d_model=512, warmup=400):
    step = step or 1
    return d_model ** (-0.5) * min(step ** (-0.5), step * warmup ** (-1.5))
