"""Your arguments d_model and warmup stand in the other order, so whoever gives them by place gets one for the other."""


def noam_learning_rate(step, warmup=4000, d_model=512):
    step = step or 1
    return d_model ** (-0.5) * min(step ** (-0.5), step * warmup ** (-1.5))
