"""Your code makes the weights sum to one again. They are used as they are, also where they do not sum to one, as after dropout."""


def weighted_sum(weights, v):
    total = weights.sum(-1, keepdim=True)
    return (weights / total.masked_fill(total == 0, 1.0)) @ v
