"""Your result keeps a side of length 1 where time was. It should be `(batch, dim)`: sum without keepdim."""


def masked_mean(x, mask):
    kept = mask.unsqueeze(-1).to(x.dtype)
    return (x * kept).sum(1, keepdim=True) / kept.sum(1, keepdim=True).clamp(min=1)
