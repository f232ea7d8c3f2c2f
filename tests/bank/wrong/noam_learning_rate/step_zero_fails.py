"""Your code fails at step 0, where 0 ** -0.5 does not exist. Step 0 counts as 1."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    return d_model**-0.5 * min(step**-0.5, step * warmup**-1.5)
