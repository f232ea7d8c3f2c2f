"""Your code multiplies x and y entry by entry; every vector of x must meet every vector of y, which is a matrix product."""


def pairwise_dot(x, y):
    return x * y
