"""The sides of your mask do not line up with those of x: time is the middle side of `(batch, time, dim)`, so the mask needs a last side of length 1."""


def masked_mean(x, mask):
    words = mask
    kept = words.to(x.dtype)
    real = x * kept
    total = real.sum(dim=1)
    count = kept.sum(dim=1)
    count = count.clamp(min=1)
    mean = total / count
    return mean
