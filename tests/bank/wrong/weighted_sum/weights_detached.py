"""The sum is right, but no gradient reaches the weights, so queries and keys could never learn. Leave out detach."""


def weighted_sum(weights, v):
    return weights.detach() @ v
