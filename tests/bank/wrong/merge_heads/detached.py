"""The values are right, but no gradient flows back through your code: look for `detach`, `.data` or no_grad."""


def merge_heads(x):
    return x.detach().transpose(1, 2).flatten(2)
