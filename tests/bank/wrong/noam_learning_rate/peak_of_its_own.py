"""Your rate has a highest value of its own, the same for every model. In the paper it follows from d_model and warmup: d_model ** -0.5 times the smaller of two terms."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    num_updates = max(step, 1)
    peak_lr = 5e-4
    if num_updates < warmup:
        return num_updates * peak_lr / warmup
    decay_factor = peak_lr * warmup**0.5
    return decay_factor * num_updates**-0.5
