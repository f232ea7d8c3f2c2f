"""Your rate never falls below a small bound. The formula has none, and the paper's first steps lie below it."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    rate = d_model**-0.5 * min(step**-0.5, step * warmup**-1.5)
    return max(rate, 1e-6)
