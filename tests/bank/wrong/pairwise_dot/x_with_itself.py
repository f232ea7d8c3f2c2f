"""Your code multiplies x by x turned around, and y is never used. The columns of the result belong to the vectors of y."""


def pairwise_dot(x, y):
    columns = x.transpose(-2, -1)
    products = x @ columns
    return products
