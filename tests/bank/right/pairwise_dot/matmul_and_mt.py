from torch import matmul as mm


def pairwise_dot(x, y):
    return mm(x, y.mT)
