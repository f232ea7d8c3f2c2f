"""Your code returns the values as they came. Multiply them by the weights, and add up."""


def weighted_sum(weights, v):
    output = v
    return output
