"""Your code keeps a count from one call to the next (in a default argument or a global, say) and goes by that. The step comes from the caller and may be any number."""


def noam_learning_rate(step, d_model=512, warmup=4000, calls=[0]):
    calls[0] = max(calls[0] + 1, step)
    count = calls[0]
    return d_model**-0.5 * min(count**-0.5, count * warmup**-1.5)
