"""Your code adds a small number to the count, so every mean is a little too small. Keep a count of 0 away from the division some other way."""


def masked_mean(x, mask):
    n = mask.sum(1, keepdim=True)
    return (x * mask[..., None]).sum(1) / (n + 1e-3)
