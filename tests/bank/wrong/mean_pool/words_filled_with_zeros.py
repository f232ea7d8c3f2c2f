"""Your code fills with 0 where the mask is True, so the words are lost and the padding is summed; then it divides by the number of words. Fill where the mask is False."""


def mean_pool(hidden, mask):
    words = mask.unsqueeze(-1)
    real = words.to(hidden.dtype)
    kept = hidden.masked_fill(mask.unsqueeze(-1), 0)
    total = kept.sum(dim=1)
    count = real.sum(dim=1)
    count = count.clamp(min=1)
    mean = total / count
    return mean
