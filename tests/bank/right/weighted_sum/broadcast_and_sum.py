def weighted_sum(weights, v):
    return (weights[..., None] * v[..., None, :, :]).sum(dim=-2)
