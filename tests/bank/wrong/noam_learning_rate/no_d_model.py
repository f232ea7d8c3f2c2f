"""Your code leaves the model's width out: the factor d_model ** -0.5 makes wider models learn with smaller steps."""


def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return 1.0 * min(step**-0.5, step * warmup**-1.5)
