"""Your power -1.5 falls on step times warmup. It falls on warmup alone."""


def noam_learning_rate(step, d_model=512, warmup=4000):
    step = step or 1
    return d_model ** (-0.5) * min(step ** (-0.5), (step * warmup) ** (-1.5))
