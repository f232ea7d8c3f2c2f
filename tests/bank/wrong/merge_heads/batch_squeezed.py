"""Your code squeezes sides of length 1 away; a batch of one, or a single token, is still a side."""


def merge_heads(x):
    return x.transpose(1, 2).flatten(2).squeeze()
