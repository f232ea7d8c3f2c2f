"""Your code uses the values of the first sentence for the whole batch: each sentence has its own."""

def weighted_sum(weights, v):
    return weights @ (v[:1] if v.dim() > 2 else v)
