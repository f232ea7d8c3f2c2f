"""Your code makes one side of all the leading ones, so that four sides come back as three. The result has the leading sides of x and y."""


def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = x @ columns
    if products.dim() > 3:
        products = products.flatten(0, -3)
    return products
