"""Your code multiplies x and y entry by entry; every vector of x must meet every vector of y, which is a matrix product."""


def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = x * y
    return products
