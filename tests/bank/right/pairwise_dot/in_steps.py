def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = x @ columns
    return products
