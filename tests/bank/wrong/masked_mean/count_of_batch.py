"""Your code divides every row by the number of real words in the whole batch; count along time, row by row."""


def masked_mean(x, mask):
    words = mask.unsqueeze(-1)
    kept = words.to(x.dtype)
    real = x * kept
    total = real.sum(dim=1)
    count = kept.sum()
    count = count.clamp(min=1)
    mean = total / count
    return mean
