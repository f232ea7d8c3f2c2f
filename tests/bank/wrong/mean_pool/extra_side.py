"""Your result has a side of length 1 too many; it is (batch, dim)."""


def mean_pool(hidden, mask):
    words = mask.unsqueeze(-1)
    real = words.to(hidden.dtype)
    kept = hidden * real
    total = kept.sum(dim=1, keepdim=True)
    count = real.sum(dim=1, keepdim=True)
    count = count.clamp(min=1)
    mean = total / count
    return mean
