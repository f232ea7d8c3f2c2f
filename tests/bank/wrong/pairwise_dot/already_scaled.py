"""Your code divides by the square root of d. Attention will do that, in lesson 02; here the plain dot products are wanted."""


def pairwise_dot(x, y):
    return x @ y.transpose(-2, -1) / x.shape[-1] ** 0.5
