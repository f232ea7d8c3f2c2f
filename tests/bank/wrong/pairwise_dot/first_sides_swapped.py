"""Your transpose names sides 0 and 1, counted from the front: right for two sides, wrong for three or more. Count from the end."""


def pairwise_dot(x, y):
    return x @ y.transpose(0, 1)
