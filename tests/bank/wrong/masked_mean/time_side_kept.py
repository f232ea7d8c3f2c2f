"""Your result keeps a side of length 1 where time was. It should be `(batch, dim)`: sum without keepdim, or drop that side at the end."""


def masked_mean(x, mask):
    words = mask.unsqueeze(-1)
    kept = words.to(x.dtype)
    real = x * kept
    total = real.sum(dim=1, keepdim=True)
    count = kept.sum(dim=1, keepdim=True)
    count = count.clamp(min=1)
    mean = total / count
    return mean
