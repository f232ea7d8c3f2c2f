"""Your code writes zeros into the caller's v where no weight reads it. Leave the inputs as they are."""

def weighted_sum(weights, v):
    unread = (weights == 0).all(dim=-2)
    v.data[unread] = 0
    return weights @ v
