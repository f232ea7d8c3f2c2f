"""Your code pairs vector i of x with vector i of y only. Every vector of x meets every vector of y, which is a matrix product."""


def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = (x * y).sum(dim=-1)
    return products
