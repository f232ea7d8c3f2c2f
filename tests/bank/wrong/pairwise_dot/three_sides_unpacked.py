"""Your code unpacks the shape into exactly three names, so it fails for two sides or four. Count sides from the end: `x.shape[-1]`."""


def pairwise_dot(x, y):
    batch, n, d = x.shape
    columns = y.transpose(-2, -1)
    products = x @ columns
    return products
