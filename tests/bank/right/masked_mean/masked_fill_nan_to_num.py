def masked_mean(x, mask):
    total = x.masked_fill(~mask[..., None], 0).sum(dim=-2)
    count = mask.sum(dim=-1)[:, None]
    return (total / count).nan_to_num()
