"""Where there are as many keys as numbers in a value, your code turns v around. v is (keys, d_v), which fits a matrix product as it is."""

def weighted_sum(weights, v):
    if v.shape[-1] == v.shape[-2]:
        v = v.transpose(-1, -2)
    return weights @ v
