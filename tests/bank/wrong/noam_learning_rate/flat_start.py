"""Your rate stands at its peak all through the warm-up. It rises from nearly 0, in proportion to the step."""


def noam_learning_rate(step, d_model=512, warmup=4000):
    step = step or 1
    return d_model ** (-0.5) * min(step ** (-0.5), warmup ** (-0.5))
