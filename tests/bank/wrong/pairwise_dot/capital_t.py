"""Your code turns around all sides of y (`.T`, say), the leading ones too: right for two sides, wrong for more. Turn around the last two only."""


def pairwise_dot(x, y):
    columns = y.T
    products = x @ columns
    return products
