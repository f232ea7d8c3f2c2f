"""Your code divides by one more than there are real words. That avoids 0 / 0 in an empty row but makes every other mean too small."""


def masked_mean(x, mask):
    kept = mask.unsqueeze(-1).to(x.dtype)
    return (x * kept).sum(1) / (kept.sum(1) + 1)
