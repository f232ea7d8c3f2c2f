"""Your code turns its inputs into float32. Keep the dtype that came in."""


def weighted_sum(weights, v):
    return weights.float() @ v.float()
