"""The sides of your mask do not line up with those of `hidden`: time is the middle side of (batch, time, dim), so the mask needs a last side of length 1."""


def mean_pool(hidden, mask):
    words = mask
    real = words.to(hidden.dtype)
    kept = hidden * real
    total = kept.sum(dim=1)
    count = real.sum(dim=1)
    count = count.clamp(min=1)
    mean = total / count
    return mean
