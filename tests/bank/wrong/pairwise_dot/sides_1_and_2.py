"""Your transpose names sides 1 and 2, which are the last two only where there are three. Count from the end: -2 and -1."""


def pairwise_dot(x, y):
    columns = y.transpose(1, 2)
    products = x @ columns
    return products
