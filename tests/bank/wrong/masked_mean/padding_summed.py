"""Your code sums the padding and divides by the number of real words. True in the mask means a real word: that is what to sum."""


def masked_mean(x, mask):
    kept = x.masked_fill(mask.unsqueeze(-1), 0)
    return kept.sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
