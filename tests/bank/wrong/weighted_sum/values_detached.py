"""The sum is right, but no gradient reaches the values, so what words hand over could never be learned. Leave out detach."""


def weighted_sum(weights, v):
    return weights @ v.detach()
