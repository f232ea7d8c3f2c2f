"""Your code sums over side 2, counted from the front, which is the keys only when there is exactly one leading side. Count from the back."""


def weighted_sum(weights, v):
    output = (weights.unsqueeze(-1) * v.unsqueeze(-3)).sum(dim=2)
    return output
