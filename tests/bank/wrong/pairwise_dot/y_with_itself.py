"""Your code multiplies y by y turned around, and x is never used. The rows of the result belong to the vectors of x."""


def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = y @ columns
    return products
