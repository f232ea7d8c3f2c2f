"""Your code flattens the leading sides, so that vectors of different batches meet: treat each entry on its own."""

def pairwise_dot(x, y):
    return x.reshape(-1, x.shape[-1]) @ y.reshape(-1, y.shape[-1]).T
