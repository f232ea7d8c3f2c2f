"""After warm-up your code counts the steps from there, and multiplies by warmup ** -0.5 so that the fall begins at the peak. The formula has the bare step, counted from the beginning, and no such factor there."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    scale = d_model**-0.5
    if step <= warmup:
        return scale * step * warmup**-1.5
    return scale * (step - warmup) ** -0.5 * warmup**-0.5
