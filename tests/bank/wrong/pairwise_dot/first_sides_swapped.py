"""Your transpose names sides 0 and 1, counted from the front: right for two sides, wrong for three or more. Count from the end."""


def pairwise_dot(x, y):
    columns = y.transpose(0, 1)
    products = x @ columns
    return products
