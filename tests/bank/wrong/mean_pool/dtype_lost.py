"""Your code turns its numbers into float32, and float64 inputs lose half their digits; keep the dtype of `hidden`."""


def mean_pool(hidden, mask):
    words = mask.unsqueeze(-1)
    real = words.to(hidden.dtype)
    kept = hidden * real
    total = kept.sum(dim=1)
    count = real.sum(dim=1)
    count = count.clamp(min=1)
    mean = total / count
    return mean.float()
