"""Your code turns the caller's own y around, with transpose_. The call without the underscore makes a new tensor."""


def pairwise_dot(x, y):
    columns = y.transpose_(-2, -1)
    products = x @ columns
    return products
