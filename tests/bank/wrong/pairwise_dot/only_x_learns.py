"""The numbers are right, but no gradient reaches y: look for detach, `.data` or no_grad around it."""


def pairwise_dot(x, y):
    columns = y.detach().transpose(-2, -1)
    products = x @ columns
    return products
