"""Your code averages over the batch. Time is side 1: each row of the batch keeps a mean of its own."""


def masked_mean(x, mask):
    words = mask.unsqueeze(-1)
    kept = words.to(x.dtype)
    real = x * kept
    total = real.sum(dim=0)
    count = kept.sum(dim=0)
    count = count.clamp(min=1)
    mean = total / count
    return mean
