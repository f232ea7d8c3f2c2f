"""Your d_model ** -0.5 multiplies only the first of the two terms; it belongs outside of min, before both."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return min(d_model**-0.5 * step**-0.5, step * warmup**-1.5)
