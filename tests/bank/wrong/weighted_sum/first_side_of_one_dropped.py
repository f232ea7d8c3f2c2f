"""Your code drops the first side where its length is 1 (`squeeze(0)`): the result keeps every side."""


def weighted_sum(weights, v):
    return (weights[..., None] * v[..., None, :, :]).sum(dim=-2).squeeze(0)
