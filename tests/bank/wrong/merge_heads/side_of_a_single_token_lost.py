"""Your code drops the side of time where there is one token only (`squeeze`): the result keeps it, with length 1."""


def merge_heads(x):
    return x.transpose(1, 2).flatten(2).squeeze(1)
