"""Your first term is 1 / step; the paper has step ** -0.5, one over the square root. With 1 / step the two terms meet long before the end of the warm-up."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return d_model**-0.5 * min(1 / step, step * warmup**-1.5)
