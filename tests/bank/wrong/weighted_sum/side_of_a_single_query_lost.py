"""Your code drops the side of the queries where there is one query only: the result keeps it, with length 1."""


def weighted_sum(weights, v):
    out = weights @ v
    return out[..., 0, :] if out.shape[-2] == 1 else out
