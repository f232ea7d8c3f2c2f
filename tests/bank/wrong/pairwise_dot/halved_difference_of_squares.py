"""Your code gives twice the dot product: |x + y|² - |x - y|² is four times x · y."""


def pairwise_dot(x, y):
    a, b = x.unsqueeze(-2), y.unsqueeze(-3)
    return ((a + b).pow(2).sum(-1) - (a - b).pow(2).sum(-1)) / 2
