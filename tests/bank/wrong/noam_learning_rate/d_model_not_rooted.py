"""Your code divides by d_model instead of by its square root."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return d_model**-1 * min(step**-0.5, step * warmup**-1.5)
