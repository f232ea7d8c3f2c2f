"""Your code remembers rates by the step alone, so another d_model or warmup gets the rate of the first. Compute it at each call, or remember it by all three."""

rates = {}


def noam_learning_rate(step, d_model=512, warmup=4000):
    if step not in rates:
        count = max(step, 1)
        rates[step] = d_model**-0.5 * min(count**-0.5, count * warmup**-1.5)
    return rates[step]
