def mean_pool(hidden, mask):
    total = hidden.masked_fill(~mask[:, :, None], 0).sum(1)
    return total / mask.sum(1)[:, None].clamp(min=1)
