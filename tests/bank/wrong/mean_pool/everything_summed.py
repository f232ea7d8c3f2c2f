"""Your code counts the real tokens, but sums the padding along with them. Put 0 in the place of the padding before you sum."""


def mean_pool(hidden, mask):
    words = mask.unsqueeze(-1)
    real = words.to(hidden.dtype)
    kept = hidden
    total = kept.sum(dim=1)
    count = real.sum(dim=1)
    count = count.clamp(min=1)
    mean = total / count
    return mean
