import torch as t


def softmax(x, dim=-1):
    shifted = (x - x.amax(dim, True)).nan_to_num(nan=-t.inf, neginf=-t.inf)
    e = t.exp(shifted)
    return (e / e.sum(dim, True)).nan_to_num(nan=0.0)
