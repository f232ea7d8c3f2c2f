def pairwise_dot(x, y):
    return (x[..., :, None, :] * y[..., None, :, :]).sum(-1)
