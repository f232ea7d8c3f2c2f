"""Your code puts new sides into x at place 1 and into y at place 0. That pairs every row only where both have two sides: with leading sides, others meet. Count from the end."""


def pairwise_dot(x, y):
    columns = y.unsqueeze(0)
    products = (x.unsqueeze(1) * columns).sum(-1)
    return products
