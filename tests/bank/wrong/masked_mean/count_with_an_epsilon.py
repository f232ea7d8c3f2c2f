"""Your code adds a small number to the count, so every mean is a little too small. Keep a count of 0 away from the division some other way."""


def masked_mean(x, mask):
    words = mask.unsqueeze(-1)
    kept = words.to(x.dtype)
    real = x * kept
    total = real.sum(dim=1)
    count = kept.sum(dim=1)
    count = count + 1e-3
    mean = total / count
    return mean
