"""Your formula is right, but a default is not the paper's: d_model 512 and warmup 4000."""

def noam_learning_rate(step, d_model=256, warmup=4000):
    step = max(step, 1)
    return d_model**-0.5 * min(step**-0.5, step * warmup**-1.5)
