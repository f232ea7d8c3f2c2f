"""Your code turns its numbers into float32, and float64 inputs lose half their digits; keep the dtype of `hidden`."""

def mean_pool(hidden, mask):
    real = mask.unsqueeze(-1).float()
    return (hidden.float() * real).sum(dim=1) / real.sum(dim=1)
