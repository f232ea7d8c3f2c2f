"""Your code averages the products of the numbers. A dot product is their sum: it is not divided by d."""


def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = x @ columns
    return products / x.shape[-1]
