"""The numbers are right, but no gradient reaches x: look for detach, `.data` or no_grad around it."""


def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = x.detach() @ columns
    return products
