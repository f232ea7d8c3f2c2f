"""Your default for warmup is 8000, not the paper's 4000."""


def noam_learning_rate(step, d_model=512, warmup=8000):
    step = step or 1
    return d_model ** (-0.5) * min(step ** (-0.5), step * warmup ** (-1.5))
