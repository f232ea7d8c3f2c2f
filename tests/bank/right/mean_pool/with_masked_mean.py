def mean_pool(hidden, mask):
    return masked_mean(hidden, mask)
