"""After the warm-up your rate falls in a straight line to 0 at a last step: it should fall with one over the square root of the step."""

def noam_learning_rate(step, d_model=512, warmup=4000, total=100_000):
    step = max(step, 1)
    peak = (d_model * warmup) ** -0.5
    if step <= warmup:
        return peak * step / warmup
    return peak * max(0.0, (total - step) / (total - warmup))
