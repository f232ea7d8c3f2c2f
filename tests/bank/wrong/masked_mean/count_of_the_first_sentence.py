"""Your code divides every sentence by the number of words in the first. Each has a count of its own."""


def masked_mean(x, mask):
    words = mask.unsqueeze(-1)
    kept = words.to(x.dtype)
    real = x * kept
    total = real.sum(dim=1)
    count = kept.sum(dim=1)
    count = count[:1].clamp(min=1)
    mean = total / count
    return mean
