def noam_learning_rate(step, d_model=512, warmup=4000):
    t = (1 if step == 0 else step) / warmup
    peak = (d_model * warmup) ** -0.5
    return peak * (t if t < 1 else t**-0.5)
