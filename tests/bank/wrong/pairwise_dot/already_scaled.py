"""Your code divides by the square root of d. Attention will do that, in lesson 02; here the plain dot products are wanted."""


def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = x @ columns
    return products / x.shape[-1] ** 0.5
