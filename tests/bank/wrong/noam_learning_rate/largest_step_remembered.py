"""Your code remembers the largest step so far and never goes back: the rate follows from the step that it is asked for."""

largest = [1]


def noam_learning_rate(step, d_model=512, warmup=4000):
    largest[0] = max(largest[0], step)
    return d_model**-0.5 * min(largest[0] ** -0.5, largest[0] * warmup**-1.5)
