"""Your code takes the larger of the two terms: the rate then starts very high, falls until `warmup` and rises ever after. The smaller one gives a rise and then a fall."""

def noam_learning_rate(step, d_model=512, warmup=4000):
    step = max(step, 1)
    return d_model**-0.5 * max(step**-0.5, step * warmup**-1.5)
