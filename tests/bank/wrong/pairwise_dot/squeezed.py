"""Your code squeezes the result, so a side of length 1 that belongs to it is lost (one vector, or a batch of one). Keep every side."""


def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = x @ columns
    return products.squeeze()
