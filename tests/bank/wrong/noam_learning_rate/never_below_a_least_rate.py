"""Your rate never falls below a smallest one (6e-5, say). The formula has none: it starts near 0 and goes on falling."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return max(6e-5, d_model**-0.5 * min(step**-0.5, step * warmup**-1.5))
