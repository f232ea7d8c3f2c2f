"""Your code lets x and y change places where x has more vectors, and does not turn the result back. Its rows belong to x, however many there are."""


def pairwise_dot(x, y):
    if x.shape[-2] > y.shape[-2]:
        x, y = y, x
    columns = y.transpose(-2, -1)
    products = x @ columns
    return products
