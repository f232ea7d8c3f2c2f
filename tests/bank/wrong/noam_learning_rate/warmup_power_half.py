"""Your code has warmup ** -0.5 where the paper has warmup ** -1.5; the two terms then do not meet at step = warmup."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return d_model**-0.5 * min(step**-0.5, step * warmup**-0.5)
