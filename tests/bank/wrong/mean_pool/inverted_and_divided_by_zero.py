"""Your code averages the padding and leaves out the words, so a sentence without padding becomes 0 / 0, which is NaN. The mask is True for real tokens."""


def mean_pool(hidden, mask):
    words = mask.unsqueeze(-1)
    real = (~words).to(hidden.dtype)
    kept = hidden * real
    total = kept.sum(dim=1)
    count = real.sum(dim=1)
    mean = total / count
    return mean
