"""Your code counts the steps of the decay from the end of warmup. The formula has the step itself, from the beginning."""


def noam_learning_rate(step, d_model=512, warmup=4000):
    s = max(1, step)
    if s <= warmup:
        return d_model ** -0.5 * s * warmup ** -1.5
    return d_model ** -0.5 * (s - warmup) ** -0.5
