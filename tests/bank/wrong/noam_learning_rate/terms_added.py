"""Your code adds the two terms; the rate is the smaller one of them."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return d_model**-0.5 * (step**-0.5 + step * warmup**-1.5)
