"""After warm-up your rate falls as 1 / step; the paper has the square root: step ** -0.5."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return d_model**-0.5 * min(warmup**0.5 / step, step * warmup**-1.5)
