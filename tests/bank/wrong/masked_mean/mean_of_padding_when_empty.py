"""In your code a row without a real word gets the mean of its padding. Such a row should be all zeros."""


def masked_mean(x, mask):
    mask = mask | ~mask.any(dim=1, keepdim=True)
    words = mask.unsqueeze(-1)
    kept = words.to(x.dtype)
    real = x * kept
    total = real.sum(dim=1)
    count = kept.sum(dim=1)
    count = count.clamp(min=1)
    mean = total / count
    return mean
