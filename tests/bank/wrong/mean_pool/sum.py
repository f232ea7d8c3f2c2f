"""Your code sums the real tokens and does not divide, so long sentences get long vectors."""

def mean_pool(hidden, mask):
    return (hidden * mask.unsqueeze(-1)).sum(dim=1)
