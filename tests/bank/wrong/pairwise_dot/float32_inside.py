"""Your code turns the numbers into float32 on the way, and float64 loses its precision. Keep the dtype that came in."""


def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = x.float() @ columns.float()
    return products
