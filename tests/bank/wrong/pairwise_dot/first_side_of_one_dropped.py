"""Your code drops the first side where its length is 1 (`squeeze(0)`): the result keeps every side."""


def pairwise_dot(x, y):
    return (x[..., :, None, :] * y[..., None, :, :]).sum(-1).squeeze(0)
