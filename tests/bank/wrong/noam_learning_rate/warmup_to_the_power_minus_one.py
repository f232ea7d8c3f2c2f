"""While it warms up, your rate is d_model ** -0.5 times step / warmup: a factor warmup ** -0.5 is missing, so the rate jumps where the two terms should meet."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(1, step)
    if step <= warmup:
        return d_model**-0.5 * step / warmup
    return d_model**-0.5 * step**-0.5
