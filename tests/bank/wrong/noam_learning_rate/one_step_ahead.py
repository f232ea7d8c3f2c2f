"""Your code counts every step one too high. Only step 0 is special: it counts as 1."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    step = step + 1
    return d_model**-0.5 * min(step**-0.5, step * warmup**-1.5)
