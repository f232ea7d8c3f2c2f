"""Your rate falls from the first step on; for the first `warmup` steps it should rise."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return d_model**-0.5 * step**-0.5
