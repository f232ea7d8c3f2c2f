"""Your count leaves out zeros in `hidden`, whole words or single numbers, as when it looks at the vectors. What counts is the mask: a real word may be zero."""


def mean_pool(hidden, mask):
    mask = mask & (hidden != 0).any(dim=-1)
    words = mask.unsqueeze(-1)
    real = words.to(hidden.dtype)
    kept = hidden * real
    total = kept.sum(dim=1)
    count = real.sum(dim=1)
    count = count.clamp(min=1)
    mean = total / count
    return mean
