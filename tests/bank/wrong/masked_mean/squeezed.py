"""Your code squeezes the result, which drops every side of length 1: a batch of one sentence loses its batch side."""


def masked_mean(x, mask):
    words = mask.unsqueeze(-1)
    kept = words.to(x.dtype)
    real = x * kept
    total = real.sum(dim=1)
    count = kept.sum(dim=1)
    count = count.clamp(min=1)
    mean = (total / count).squeeze()
    return mean
