"""Your code gives again the rate that it gave for the same step before, though d_model or warmup is another one now. Work it out from all three arguments."""

rates = {}


def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    if step not in rates:
        rates[step] = d_model**-0.5 * min(step**-0.5, step * warmup**-1.5)
    return rates[step]
