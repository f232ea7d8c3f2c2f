"""Your code turns y itself around, for the caller too, with transpose_. The call without the underscore makes a new tensor."""


def pairwise_dot(x, y):
    columns = y.transpose_(-2, -1)
    products = x @ columns
    return products
