"""Your code leaves the first token ([CLS]) out of the mean; it counts as a real token."""

def mean_pool(hidden, mask):
    real = mask[:, 1:].unsqueeze(-1).to(hidden.dtype)
    return (hidden[:, 1:] * real).sum(dim=1) / real.sum(dim=1).clamp(min=1)
