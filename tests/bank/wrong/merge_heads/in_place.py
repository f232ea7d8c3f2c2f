"""The result is right, but your code exchanges the sides of the tensor it was given; the caller still needs it. Use `transpose`, without the underscore."""


def merge_heads(x):
    return x.transpose_(1, 2).flatten(2)
