"""Your code squeezes the result, so a side of length 1 that belongs to it is lost (one vector, or a batch of one). Keep every side."""

def pairwise_dot(x, y):
    products = x.unsqueeze(-2) * y.unsqueeze(-3)
    return products.sum(dim=-1, keepdim=True).squeeze()
