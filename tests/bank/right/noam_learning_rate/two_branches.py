import math


def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(1, step)
    if step <= warmup:
        return step / (warmup * math.sqrt(warmup * d_model))
    return 1 / math.sqrt(step * d_model)
