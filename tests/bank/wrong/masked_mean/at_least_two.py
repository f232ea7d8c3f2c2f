"""Your code divides by at least 2, so the mean of a sentence with one real word is halved. At least 1 is enough against 0 / 0."""


def masked_mean(x, mask):
    words = mask.unsqueeze(-1)
    kept = words.to(x.dtype)
    real = x * kept
    total = real.sum(dim=1)
    count = kept.sum(dim=1)
    count = count.clamp(min=2)
    mean = total / count
    return mean
