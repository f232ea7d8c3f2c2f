"""The values are right, but no gradient flows back: look for `.detach()`, `.data`, numpy or no_grad."""


def pairwise_dot(x, y):
    return x.detach() @ y.detach().transpose(-2, -1)
