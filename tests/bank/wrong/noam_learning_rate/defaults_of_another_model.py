"""Your formula is right, but the default of d_model is not 512, the width of the paper's base model."""

def noam_learning_rate(step, d_model=256, warmup=4000):
    step = max(step, 1)
    return d_model**-0.5 * min(step**-0.5, step * warmup**-1.5)
