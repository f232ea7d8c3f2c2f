"""Your code multiplies x by y as it stands, so rows of x meet columns of y; turn the last two sides of y around first."""


def pairwise_dot(x, y):
    columns = y
    products = x @ columns
    return products
