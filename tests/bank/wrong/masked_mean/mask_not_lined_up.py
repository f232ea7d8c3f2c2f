"""The sides of your mask do not line up with those of x: time is the middle side of `(batch, time, dim)`, so the mask needs a last side of length 1."""


def masked_mean(x, mask):
    return (x * mask).sum(1) / mask.sum(1).clamp(min=1)
