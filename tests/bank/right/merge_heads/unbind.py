from torch import hstack


def merge_heads(x):
    return hstack([head.transpose(1, 2) for head in x.unbind(1)]).transpose(1, 2)
