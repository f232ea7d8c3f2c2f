"""Your code divides the step by warmup in whole numbers, as `//` does, so the rate is 0 until the warm-up ends. It should rise a little at every step."""


def noam_learning_rate(step, d_model=512, warmup=4000):
    step = step or 1
    return d_model ** (-0.5) * min(step ** (-0.5), step // warmup * warmup ** (-0.5))
