"""After warm-up your code counts the steps from there. The formula has the step itself, from the beginning."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    scale = d_model**-0.5
    if step <= warmup:
        return scale * step * warmup**-1.5
    return scale * (step - warmup) ** -0.5 * warmup**-0.5
