"""At step 0 your code asks for the rate of step 1 but forgets to pass d_model and warmup on: it gets that of the base model."""


def noam_learning_rate(step, d_model=512, warmup=4000):
    if step == 0:
        return noam_learning_rate(1)
    return d_model**-0.5 * min(step**-0.5, step * warmup**-1.5)
