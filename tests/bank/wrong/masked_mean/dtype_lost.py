"""Your code turns the numbers into float32 on the way, and float64 inputs lose their precision; use x.dtype."""


def masked_mean(x, mask):
    kept = mask.unsqueeze(-1).float()
    return (x.float() * kept).sum(1) / kept.sum(1).clamp(min=1)
