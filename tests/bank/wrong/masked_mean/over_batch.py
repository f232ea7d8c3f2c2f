"""Your code averages over the batch. Time is side 1: each row of the batch keeps a mean of its own."""


def masked_mean(x, mask):
    kept = mask.unsqueeze(-1).to(x.dtype)
    return (x * kept).sum(0) / kept.sum(0).clamp(min=1)
