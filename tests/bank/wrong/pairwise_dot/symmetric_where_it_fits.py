"""Where x and y have as many vectors, your code works out one half of the table and mirrors it. Entry [i, j] and entry [j, i] are different products."""

def pairwise_dot(x, y):
    g = x @ y.transpose(-1, -2)
    if x.shape == y.shape:
        upper = g.triu()
        g = upper + g.triu(1).transpose(-1, -2)
    return g
