"""Your code turns its input into float32; keep the dtype that comes in."""


def merge_heads(x):
    return x.float().transpose(1, 2).flatten(2)
