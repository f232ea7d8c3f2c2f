"""Your code sums the numbers inside each word, so that time stays and dim is lost. Sum over time, side 1: the result is `(batch, dim)`."""


def masked_mean(x, mask):
    words = mask.unsqueeze(-1)
    kept = words.to(x.dtype)
    real = x * kept
    total = real.sum(dim=-1)
    count = kept.sum(dim=1)
    count = count.clamp(min=1)
    mean = total / count
    return mean
