"""Your code returns the first head only; all of them belong side by side."""


def merge_heads(x):
    return x[:, 0]
