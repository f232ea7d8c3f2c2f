"""Your code joins batch and time; the batch keeps a side of its own."""


def merge_heads(x):
    return x.transpose(1, 2).reshape(-1, x.shape[1] * x.shape[3])
