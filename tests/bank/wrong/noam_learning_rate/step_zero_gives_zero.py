"""Your code returns 0, or nearly 0, at step 0; step 0 counts as 1, so that training begins at once."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    if step == 0:
        return 0.0
    return d_model**-0.5 * min(step**-0.5, step * warmup**-1.5)
