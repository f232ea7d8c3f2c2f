"""Your code turns its inputs into float32, and float64 loses its precision. Keep the dtype that came in."""


def pairwise_dot(x, y):
    return x.float() @ y.float().transpose(-2, -1)
