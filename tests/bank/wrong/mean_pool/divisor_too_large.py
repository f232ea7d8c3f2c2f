"""Your code divides by one more than the number of real tokens, so every mean is a little too small. Against 0 / 0, protect only the count of 0 (`clamp`)."""


def mean_pool(hidden, mask):
    words = mask.unsqueeze(-1)
    real = words.to(hidden.dtype)
    kept = hidden * real
    total = kept.sum(dim=1)
    count = real.sum(dim=1)
    count = count + 1
    mean = total / count
    return mean
